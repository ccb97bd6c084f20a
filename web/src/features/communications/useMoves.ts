import type { Communication } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { ask } from '@/ui/ConfirmDialog'
import { useAct } from '@/ui/useAct'
import {
  approveCommunication,
  cancelCommunication,
  COMMUNICATION_TOUCHES,
  finishCommunication,
  returnCommunication,
} from './queries'
import { communicationTexts } from './texts'

/** The moves of an item, each with its question. */
export function useMoves(item: Communication) {
  const t = useTexts(communicationTexts).act
  const { act, busy } = useAct(COMMUNICATION_TOUCHES)
  const reason = { label: t.reason, missing: t.reasonMissing }
  return {
    busy,
    approve: async () => {
      const body = t.approveBody(item.units_total)
      const answer = await ask({ title: t.approveTitle, body, confirm: t.approve })
      if (answer.yes) await act('approve', (key) => approveCommunication(item, key), t.approved)
    },
    giveBack: async () => {
      const answer = await ask({ title: t.giveBackTitle, confirm: t.giveBack, reason })
      if (answer.yes) await act('return', (key) => returnCommunication(item, key, answer.reason), t.returned)
    },
    finish: async () => {
      const answer = await ask({ title: t.finishTitle, body: t.finishBody, confirm: t.finish })
      if (answer.yes) await act('finish', (key) => finishCommunication(item, key), t.finished)
    },
    cancel: async () => {
      const answer = await ask({
        title: t.cancelTitle,
        body: t.cancelBody,
        confirm: t.cancel,
        danger: true,
        reason,
      })
      if (answer.yes) await act('cancel', (key) => cancelCommunication(item, key, answer.reason), t.cancelled)
    },
  }
}
