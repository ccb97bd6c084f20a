import type { HandoverDetail } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { ask } from '@/ui/ConfirmDialog'
import { useAct } from '@/ui/useAct'
import { giveBack, handOver, receive, reopen, SUMMER_TOUCHES } from './queries'
import { summerTexts } from './texts'

/** Signing is an act of will: one sentence says what it means. */
export function useHandoverActs(handover: HandoverDetail) {
  const t = useTexts(summerTexts).act
  const { act, busy } = useAct(SUMMER_TOUCHES)
  const place = handover.neighborhood?.name ?? ''
  const left = handover.children.filter((child) => !child.rating).length
  return {
    busy,
    handOver: async () => {
      const body = t.handOverBody(handover.children_count, place)
      const answer = await ask({ title: t.handOverTitle, body, confirm: t.handOver })
      if (answer.yes) await act('hand_over', (key) => handOver(handover, key), t.handedOver)
    },
    receive: async () => {
      const body = t.receiveBody(handover.children_count)
      const answer = await ask({ title: t.receiveTitle, body, confirm: t.receive })
      if (answer.yes) await act('receive', (key) => receive(handover, key), t.received)
    },
    reopen: async () => {
      const reason = { label: t.reason, missing: t.reasonMissing }
      const answer = await ask({ title: t.reopenTitle, body: t.reopenBody, confirm: t.reopen, reason })
      if (answer.yes) await act('reopen', (key) => reopen(handover, key, answer.reason), t.reopened)
    },
    giveBack: async () => {
      const answer = await ask({ title: t.giveBackTitle, body: t.giveBackBody(left), confirm: t.giveBack })
      if (answer.yes) await act('return', (key) => giveBack(handover, key), t.gaveBack)
    },
  }
}
