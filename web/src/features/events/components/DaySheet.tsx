import { IconPlus } from '@tabler/icons-react'
import type { Event } from '@/api/types'
import type { PlainDate } from '@/lib/dates'
import { namedDay } from '@/lib/eventTimes'
import { useTexts } from '@/lib/i18n'
import { LinkButton } from '@/ui/Button'
import { Sheet } from '@/ui/Modal'
import { onDay } from '../calendar'
import { eventTexts } from '../texts'
import { EventLine } from './EventLine'
import agenda from './agenda.module.css'

interface DaySheetProps {
  day: PlainDate
  events: Event[]
  canCreate: boolean
  onMove: (event: Event) => void
  onClose: () => void
}

export function DaySheet({ day, events, canCreate, onMove, onClose }: DaySheetProps) {
  const t = useTexts(eventTexts).day
  const items = onDay(events, day)
  return (
    <Sheet opened onClose={onClose} title={namedDay(day)}>
      <div className="stack" style={{ paddingBottom: 16 }}>
        {items.length > 0 ? (
          <ul className={agenda.lines}>
            {items.map((event) => (
              <EventLine key={event.id} event={event} day={day} onMove={onMove} />
            ))}
          </ul>
        ) : (
          <p className="muted">{t.none}</p>
        )}
        {canCreate ? (
          <div>
            <LinkButton
              to={`/lich/them?ngay=${day}`}
              variant={items.length > 0 ? 'light' : 'filled'}
              leftSection={<IconPlus size={20} aria-hidden />}
            >
              {t.add}
            </LinkButton>
          </div>
        ) : null}
      </div>
    </Sheet>
  )
}
