import type { Task, TaskAction } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { ask } from '@/ui/ConfirmDialog'
import { useAct } from '@/ui/useAct'
import { acceptTask, cancelTask, returnTask, startTask, TASK_TOUCHES } from './queries'
import { taskTexts } from './texts'

export type Act = Extract<TaskAction, 'start' | 'accept' | 'return' | 'cancel'>

/** The acts on a task that need at most a reason; `unitId` names one unit's part. */
export function useTaskActs(task: Pick<Task, 'id' | 'version'>) {
  const t = useTexts(taskTexts).act
  const { act, busy } = useAct(TASK_TOUCHES)
  const run = async (what: Act, unitId?: string) => {
    if (what === 'start') return act('start', (key) => startTask(task, key), t.started)
    if (what === 'accept') {
      return act(`accept${unitId ?? ''}`, (key) => acceptTask(task, key, unitId), t.accepted)
    }
    if (what === 'return') {
      const answer = await ask({
        title: t.returnTitle,
        confirm: t.return,
        reason: { label: t.returnReason, hint: t.returnHint, missing: t.reasonMissing },
      })
      if (!answer.yes) return null
      return act('return', (key) => returnTask(task, key, answer.reason, unitId), t.returned)
    }
    const answer = await ask({
      title: t.cancelTitle,
      body: t.cancelBody,
      confirm: t.cancel,
      danger: true,
      reason: { label: t.cancelReason, missing: t.reasonMissing },
    })
    if (!answer.yes) return null
    return act('cancel', (key) => cancelTask(task, key, answer.reason), t.cancelled)
  }
  return { run, busy }
}
