import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as z from 'zod/mini'
import type { Communication } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { nfc } from '@/lib/text'
import { outbox } from '@/offline/useOutbox'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { Textarea, TextInput } from '@/ui/inputs'
import { Sheet } from '@/ui/Modal'
import { NumberInput } from '@/ui/NumberInput'
import { PhotoButton } from '@/ui/PhotoButton'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { POSTS } from '../form'
import { COMMUNICATION_TOUCHES } from '../queries'
import { communicationTexts } from '../texts'

interface ReportValues {
  unit_id: string | null
  times: number | string
  done_on: string | null
  note: string
  link: string
}

/** What one visit to the item usually tells: a day's broadcasts, the banners of one's own places, the copies. */
function usual(item: Communication, planned: number): number {
  if (item.channel === 'loudspeaker') return Math.max(item.schedule.times?.length ?? 1, 1)
  return planned
}

/** Three taps: "Báo cáo" → photo → "Gửi". It goes through the outbox: the loudspeaker may stand where no signal is. */
export function ReportSheet({ item, onClose }: { item: Communication; onClose: () => void }) {
  const t = useTexts(communicationTexts)
  const queries = useQueryClient()
  const { me, today } = useSession()
  const own = item.units.find((share) => share.unit.id === me.user.unit_id)
  const [files, setFiles] = useState<File[]>([])
  const house = useHouseForm<ReportValues>({
    initial: {
      unit_id: own?.unit.id ?? null,
      times: usual(item, own?.planned ?? item.units[0]?.planned ?? 1),
      done_on: today,
      note: '',
      link: '',
    },
    schema: z.object({
      unit_id: z.string(t.report.unitMissing),
      times: z.number(t.report.timesMissing).check(z.minimum(1, t.report.timesMissing)),
      done_on: z.string(t.report.dayMissing),
    }),
    send: async (values) => {
      const result = await outbox.send({
        kind: 'communication_report',
        object: `communication:${item.id}`,
        title: item.title,
        files,
        body: {
          communication_id: item.id,
          ...(values.unit_id === me.user.unit_id ? {} : { unit_id: values.unit_id }),
          times: Number(values.times),
          done_on: values.done_on,
          note: nfc(values.note),
          link: values.link.trim(),
        },
      })
      if (result.outcome === 'held') {
        // The form is still here: the person corrects it, and the refused copy must not be sent beside it.
        await outbox.remove(result.job)
        throw new ApiProblem(result.job.problem?.status ?? 400, {
          code: result.job.problem?.code,
          detail: result.job.problem?.message || t.report.refused,
        })
      }
      for (const queryKey of COMMUNICATION_TOUCHES) void queries.invalidateQueries({ queryKey })
      if (result.outcome === 'sent') toast.ok(t.report.sent)
      else toast.info(t.report.queued)
      onClose()
    },
  })
  return (
    <Sheet opened onClose={onClose} title={t.report.title}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate style={{ paddingBottom: 16 }}>
        <p className="second">{item.title}</p>
        {house.summary}
        {own ? null : (
          <Select
            label={t.report.unit}
            searchable
            data={item.units.map(({ unit }) => ({ value: unit.id, label: unit.name }))}
            {...house.field('unit_id')}
          />
        )}
        <PhotoButton files={files} onChange={setFiles} documents />
        <div className="cols-2">
          <NumberInput
            label={t.report.times(t.times[item.channel])}
            min={1}
            allowDecimal={false}
            {...house.field('times')}
          />
          <DateField label={t.report.day} {...house.field('done_on')} />
        </div>
        {POSTS(item.channel) ? (
          <TextInput label={t.report.link} type="url" maxLength={1000} {...house.field('link')} />
        ) : null}
        <Textarea label={t.report.note} autosize minRows={2} maxRows={6} maxLength={4000} {...house.field('note')} />
        <Button type="submit" fullWidth loading={house.busy}>
          {t.report.send}
        </Button>
      </form>
    </Sheet>
  )
}
