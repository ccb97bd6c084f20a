import type { Case } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { ask } from '@/ui/ConfirmDialog'
import { useAct } from '@/ui/useAct'
import { actTexts } from './dialogs/texts'
import { goOn, removeFile, revokeReferral } from './acts'
import { CASE_TOUCHES } from './queries'

/** Deeds that need a yes and a reason at most. */
export function useCaseActs(one: Case) {
  const t = useTexts(actTexts)
  const { act, busy } = useAct(CASE_TOUCHES)
  return {
    busy,
    goOn: async () => {
      const answer = await ask({ title: t.continue.title, body: t.continue.body, confirm: t.continue.go })
      if (answer.yes) await act('continue', (key) => goOn(one, key), t.continue.done)
    },
    revoke: async (id: string) => {
      const answer = await ask({ title: t.revoke.title, body: t.revoke.body, confirm: t.revoke.go, danger: true })
      if (answer.yes) await act(id, (key) => revokeReferral(one, id, key), t.revoke.done)
    },
    removeFile: async (id: string) => {
      const reason = { label: t.removeFile.reason, missing: t.removeFile.reasonMissing }
      const { title, body, go } = t.removeFile
      const answer = await ask({ title, body, confirm: go, danger: true, reason })
      if (answer.yes) await act(id, (key) => removeFile(one, id, key, answer.reason), t.removeFile.done)
    },
  }
}
