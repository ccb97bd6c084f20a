import { useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { SafetyPlan } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { approvePlan, SAFETY_TOUCHES } from '../queries'
import { safetyTexts } from '../texts'

export function ApproveDialog({ plan, onClose }: { plan: SafetyPlan; onClose: () => void }) {
  const t = useTexts(safetyTexts).act
  const queries = useQueryClient()
  const { today } = useSession()
  const house = useHouseForm<{ decision_number: string; decision_date: string | null }>({
    initial: { decision_number: '', decision_date: today },
    schema: z.object({
      decision_number: z.string().check(z.trim(), z.minLength(1, t.numberMissing)),
      decision_date: z.string(t.dateMissing),
    }),
    send: async ({ decision_number, decision_date }, key) => {
      await approvePlan(plan, key, { decision_number, decision_date: decision_date! })
      for (const queryKey of SAFETY_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.approved)
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={t.approve} size="md">
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <p>{t.approveBody}</p>
        <TextInput
          label={t.number}
          description={t.numberHint}
          maxLength={60}
          autoComplete="off"
          data-autofocus
          {...house.field('decision_number')}
        />
        <DateField label={t.date} max={today} {...house.field('decision_date')} />
        <div>
          <Button type="submit" loading={house.busy}>
            {t.approve}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
