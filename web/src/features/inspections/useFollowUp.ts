import type { Recommendation } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { ask } from '@/ui/ConfirmDialog'
import { useAct } from '@/ui/useAct'
import {
  INSPECTION_TOUCHES,
  remindRecommendation,
  returnRecommendation,
  verifyRecommendation,
  withdrawRecommendation,
} from './queries'
import { recommendationTexts } from './texts'

/** What whoever inspects does with a recommendation, each with its question. */
export function useFollowUp(row: Recommendation) {
  const t = useTexts(recommendationTexts).act
  const { act, busy } = useAct(INSPECTION_TOUCHES)
  const reason = { label: t.reason, missing: t.reasonMissing }
  return {
    busy,
    verify: async () => {
      const answer = await ask({ title: t.verifyTitle, body: t.verifyBody, confirm: t.verify })
      if (answer.yes) await act('verify', (key) => verifyRecommendation(row, key), t.verified)
    },
    giveBack: async () => {
      const answer = await ask({ title: t.giveBackTitle, confirm: t.giveBack, reason })
      if (answer.yes) await act('return', (key) => returnRecommendation(row, key, answer.reason), t.returned)
    },
    withdraw: async () => {
      const answer = await ask({ title: t.withdrawTitle, confirm: t.withdraw, danger: true, reason })
      if (answer.yes) await act('withdraw', (key) => withdrawRecommendation(row, key, answer.reason), t.withdrawn)
    },
    remind: () => act('remind', (key) => remindRecommendation(row, key), t.reminded),
  }
}
