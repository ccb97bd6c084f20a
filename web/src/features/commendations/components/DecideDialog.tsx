import { useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { Commendation } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { Textarea } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { NumberInput } from '@/ui/NumberInput'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { COMMENDATION_TOUCHES, decideCommendations } from '../queries'
import { commendationTexts } from '../texts'

/** Several proposals in one decision: all of them or none. */
export function DecideDialog({ rows, onClose }: { rows: Pick<Commendation, 'id' | 'name'>[]; onClose: () => void }) {
  const t = useTexts(commendationTexts).act
  const { today } = useSession()
  const queries = useQueryClient()
  const house = useHouseForm({
    initial: {
      number: '' as number | string,
      decided_on: today as string | null,
      title: t.occasionDefault(today.slice(0, 4)),
    },
    schema: z.object({
      decided_on: z.string(t.dayMissing),
      title: z.string().check(z.trim(), z.minLength(1, t.occasionMissing)),
    }),
    send: async (values, key) => {
      try {
        await decideCommendations(
          {
            commendation_ids: rows.map((row) => row.id),
            number: values.number === '' ? null : Number(values.number),
            decided_on: values.decided_on,
            title: nfc(values.title),
          },
          key,
        )
      } finally {
        for (const queryKey of COMMENDATION_TOUCHES) void queries.invalidateQueries({ queryKey })
      }
      toast.ok(t.decided)
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={t.decideTitle}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        <p>{t.decideBody(rows.length)}</p>
        <p className="second">{rows.map((row) => row.name).join(', ')}</p>
        {house.summary}
        <div className="cols-2">
          <NumberInput
            label={t.number}
            description={t.numberHint}
            min={1}
            allowDecimal={false}
            {...house.field('number')}
          />
          <DateField label={t.day} {...house.field('decided_on')} />
        </div>
        <Textarea label={t.occasion} autosize minRows={2} maxLength={500} {...house.field('title')} />
        <Button type="submit" loading={house.busy}>
          {t.decide}
        </Button>
      </form>
    </Modal>
  )
}
