import { useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { Commendation } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { awardCommendation, COMMENDATION_TOUCHES } from '../queries'
import { commendationTexts } from '../texts'

export function AwardDialog({ row, onClose }: { row: Commendation; onClose: () => void }) {
  const t = useTexts(commendationTexts).act
  const { today } = useSession()
  const queries = useQueryClient()
  const house = useHouseForm({
    initial: { awarded_on: today as string | null, awarded_at: '' },
    schema: z.object({ awarded_on: z.string(t.dayMissing) }),
    send: async (values, key) => {
      await awardCommendation(row, key, { awarded_on: values.awarded_on!, awarded_at: nfc(values.awarded_at) })
      for (const queryKey of COMMENDATION_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.awarded)
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={t.awardTitle}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <DateField label={t.awardDay} {...house.field('awarded_on')} />
        <TextInput label={t.awardAt} description={t.awardHint} maxLength={300} {...house.field('awarded_at')} />
        <Button type="submit" loading={house.busy}>
          {t.save}
        </Button>
      </form>
    </Modal>
  )
}
