import { useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { Recommendation, UnitRef } from '@/api/types'
import { useSession } from '@/app/session'
import { addDays } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { ApiProblem, isProblem } from '@/lib/problem'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { Textarea } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { createRecommendation, INSPECTION_TOUCHES, patchRecommendation } from '../queries'
import { recommendationTexts } from '../texts'

interface RecommendationDialogProps {
  inspection: string
  units: UnitRef[]
  /** What is changed; a new one otherwise. */
  row?: Recommendation
  unit?: string
  onClose: () => void
}

export function RecommendationDialog({ inspection, units, row, unit, onClose }: RecommendationDialogProps) {
  const t = useTexts(recommendationTexts).form
  const { today } = useSession()
  const queries = useQueryClient()
  const refresh = () => INSPECTION_TOUCHES.map((queryKey) => void queries.invalidateQueries({ queryKey }))
  const house = useHouseForm({
    initial: {
      unit_id: (row?.unit_id ?? unit ?? (units.length === 1 ? units[0]!.id : null)) as string | null,
      text: row?.text ?? '',
      due_on: (row?.due_on ?? addDays(today, 10)) as string | null,
    },
    schema: z.object({
      unit_id: z.string(t.unitMissing),
      text: z.string().check(z.trim(), z.minLength(1, t.textMissing)),
      due_on: z.string(t.dueMissing),
    }),
    send: async (values, key) => {
      const body = { text: nfc(values.text), due_on: values.due_on! }
      try {
        if (row) await patchRecommendation(row, body)
        else await createRecommendation(inspection, { ...body, unit_id: values.unit_id! }, key)
      } catch (error) {
        if (!isProblem(error, 412)) throw error
        refresh()
        throw new ApiProblem(412, { code: 'stale', detail: t.stale })
      }
      refresh()
      toast.ok(t.saved)
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={row ? t.edit : t.title}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <Select
          label={t.unit}
          searchable
          disabled={row !== undefined}
          data={units.map((one) => ({ value: one.id, label: one.name }))}
          {...house.field('unit_id')}
        />
        <Textarea
          label={t.text}
          description={t.textHint}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={2000}
          {...house.field('text')}
        />
        <DateField label={t.due} {...house.field('due_on')} />
        <Button type="submit" loading={house.busy}>
          {t.save}
        </Button>
      </form>
    </Modal>
  )
}
