import type { Event } from '@/api/types'
import type { PlainDate } from '@/lib/dates'
import { daysOf, namedDay } from '@/lib/eventTimes'
import { useTexts } from '@/lib/i18n'
import { Card } from '@/ui/Card'
import type { Range } from '../calendar'
import { eventTexts } from '../texts'
import { EventLine } from './EventLine'
import agenda from './agenda.module.css'

interface AgendaProps {
  events: Event[]
  range: Range | null
  today: PlainDate
  onMove: (event: Event) => void
}

/** Each event under the day on which it begins, or on which the look at it begins. */
export function groupByDay(events: Event[], from: PlainDate): [PlainDate, Event[]][] {
  const groups = new Map<PlainDate, Event[]>()
  for (const event of events) {
    const { first } = daysOf(event)
    const day = first < from ? from : first
    groups.set(day, [...(groups.get(day) ?? []), event])
  }
  return [...groups]
}

/** The list of a phone: today first, what is over folded above it. */
export function Agenda({ events, range, today, onMove }: AgendaProps) {
  const t = useTexts(eventTexts)
  const groups = groupByDay(events, range?.from ?? '')
  const running = range !== null && range.from <= today && today <= range.to
  const isOver = ([day, items]: [PlainDate, Event[]]) =>
    running && day < today && items.every((event) => daysOf(event).last < today)
  const over = groups.filter(isOver)
  const rest = groups.filter((group) => !isOver(group))
  const count = over.reduce((sum, [, items]) => sum + items.length, 0)
  const days = (list: [PlainDate, Event[]][]) =>
    list.map(([day, items]) => (
      <Card key={day} title={day === today ? `${t.today}: ${namedDay(day)}` : namedDay(day)} className={agenda.dayCard}>
        <ul className={agenda.lines}>
          {items.map((event) => (
            <EventLine key={event.id} event={event} day={day} onMove={onMove} />
          ))}
        </ul>
      </Card>
    ))
  return (
    <div className="stack">
      {count > 0 ? (
        <details className={agenda.fold} open={rest.length === 0 || undefined}>
          <summary>{t.earlier(count)}</summary>
          <div className="stack">{days(over)}</div>
        </details>
      ) : null}
      {days(rest)}
    </div>
  )
}
