import { useState } from 'react'
import type { BulkBody, Task } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { Textarea } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { Notice } from '@/ui/Notice'
import { toast } from '@/ui/toast'
import { UnitSelect } from '@/ui/UnitSelect'
import { useAct } from '@/ui/useAct'
import { bulkTasks, TASK_TOUCHES } from '../queries'
import { taskTexts } from '../texts'
import styles from './BulkBar.module.css'

type Action = BulkBody['action']

export function BulkBar({ tasks, onDone }: { tasks: Task[]; onDone: () => void }) {
  const t = useTexts(taskTexts).bulk
  const { act, busy } = useAct(TASK_TOUCHES)
  const [action, setAction] = useState<Action | null>(null)
  const [due, setDue] = useState<string | null>(null)
  const [lead, setLead] = useState<string | null>(null)
  const [message, setMessage] = useState('')
  const [missing, setMissing] = useState(false)
  const [failed, setFailed] = useState<{ title: string; message: string }[]>([])
  const open = (next: Action) => {
    setFailed([])
    setMissing(false)
    setAction(next)
  }
  const apply = async () => {
    if ((action === 'due_on' && !due) || (action === 'lead_unit' && !lead)) return setMissing(true)
    const result = await act('bulk', (key) =>
      bulkTasks(
        {
          task_ids: tasks.map((task) => task.id),
          action: action!,
          due_on: action === 'due_on' ? due : undefined,
          lead_unit_id: action === 'lead_unit' ? lead : undefined,
          message: action === 'remind' ? message.trim() || undefined : undefined,
        },
        key,
      ),
    )
    if (!result) return
    if (result.done.length > 0) toast.ok(t.done(result.done.length))
    if (result.failed.length === 0) {
      setAction(null)
      onDone()
    } else {
      const titles = new Map(tasks.map((task) => [task.id, task.title]))
      setFailed(result.failed.map((f) => ({ title: titles.get(f.id) ?? f.id, message: f.message })))
    }
  }
  const titles: Record<Action, string> = { due_on: t.due, lead_unit: t.lead, remind: t.remind }
  return (
    <div className={`${styles.bar} no-print`} role="region" aria-label={t.chosen(tasks.length)}>
      <strong>{t.chosen(tasks.length)}</strong>
      <Button size="sm" variant="default" onClick={() => open('due_on')}>
        {t.due}
      </Button>
      <Button size="sm" variant="default" onClick={() => open('lead_unit')}>
        {t.lead}
      </Button>
      <Button size="sm" variant="default" onClick={() => open('remind')}>
        {t.remind}
      </Button>
      <Button size="sm" variant="subtle" onClick={onDone}>
        {t.clear}
      </Button>
      <Modal opened={action !== null} onClose={() => setAction(null)} title={action ? titles[action] : ''} size="md">
        <div className="stack">
          {failed.length > 0 ? (
            <Notice tone="danger" title={t.failed(failed.length)} live>
              <ul style={{ paddingInlineStart: 20 }}>
                {failed.map((f) => (
                  <li key={f.title}>
                    {f.title}: {f.message}
                  </li>
                ))}
              </ul>
            </Notice>
          ) : null}
          {action === 'due_on' ? (
            <DateField
              id="bulk-due"
              label={t.dueNew}
              value={due}
              onChange={setDue}
              error={missing ? t.missing : undefined}
            />
          ) : null}
          {action === 'lead_unit' ? (
            <UnitSelect label={t.leadNew} value={lead} onChange={setLead} error={missing ? t.missing : undefined} />
          ) : null}
          {action === 'remind' ? (
            <Textarea
              label={t.message}
              description={t.messageHint}
              value={message}
              onChange={(event) => setMessage(event.currentTarget.value)}
              autosize
              minRows={3}
              maxLength={1000}
            />
          ) : null}
          <Button loading={busy !== null} onClick={() => void apply()}>
            {t.go(tasks.length)}
          </Button>
        </div>
      </Modal>
    </div>
  )
}
