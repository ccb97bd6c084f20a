import * as z from 'zod/mini'
import type { Event } from '@/api/types'
import { formatTime, type PlainDate } from '@/lib/dates'
import { momentOf, movedTo, whenInWords } from '@/lib/eventTimes'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { TextInput } from '@/ui/inputs'
import { Sheet } from '@/ui/Modal'
import { parseHour } from '@/ui/MomentField'
import { uiTexts } from '@/ui/texts'
import { useHouseForm } from '@/ui/useHouseForm'
import { eventTexts } from '../texts'
import { useMove } from '../useMove'

interface Values {
  day: PlainDate | null
  hour: string
}

/** The move by keyboard and by finger: what dragging does, without dragging. */
export function MoveDialog({ event, onClose }: { event: Event; onClose: () => void }) {
  const t = useTexts(eventTexts).move
  const ui = useTexts(uiTexts)
  const move = useMove()
  const house = useHouseForm<Values>({
    initial: { day: momentOf(event.starts_at).day, hour: formatTime(event.starts_at) },
    schema: z.object({
      day: z.string(t.dayMissing),
      hour: z.string().check(z.refine((text) => parseHour(text) !== null, t.hourWrong)),
    }),
    send: async ({ day, hour }) => {
      const [hours = 0, minutes = 0] = parseHour(hour)!.split(':').map(Number)
      onClose()
      await move(event, movedTo(event, day!, hours * 60 + minutes))
    },
  })
  return (
    <Sheet opened onClose={onClose} title={t.title} size="md">
      <form
        className="stack"
        onSubmit={(submitted) => void house.onSubmit(submitted)}
        noValidate
        style={{ paddingBottom: 16 }}
      >
        <p>
          <strong>{event.title}</strong>
        </p>
        <p className="second">
          {t.from(whenInWords(event))} {t.keeps}
        </p>
        {house.summary}
        <div className="cols-2">
          <DateField label={t.day} {...house.field('day')} />
          <TextInput label={t.hour} maxLength={5} inputMode="numeric" {...house.field('hour')} />
        </div>
        <div className="row">
          <Button type="submit" loading={house.busy}>
            {t.go}
          </Button>
          <Button variant="default" onClick={onClose}>
            {ui.cancel}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
