import { useRef, useState, type DragEvent } from 'react'
import type { Event } from '@/api/types'
import { addDays, daysBetween, weekday, type PlainDate } from '@/lib/dates'
import { dayInWords, daysOf, momentOf, movedTo, namedDay, weekFrom } from '@/lib/eventTimes'
import { useTexts } from '@/lib/i18n'
import { blocksOfDay, hoursShown, isWholeDays, mondayOf, onDay as eventsOn } from '../calendar'
import { eventTexts } from '../texts'
import { useDayKeys } from '../useDayKeys'
import { canMove } from '../useMove'
import { EventChip } from './EventChip'
import type { CalendarViewProps } from './MonthView'
import styles from './calendar.module.css'
import week from './week.module.css'

/** Pixels of an hour. */
const HOUR = 48
const SNAP = 15

interface Grab {
  event: Event
  day: PlainDate
  /** From the hour where the event begins on that day to where it was grabbed, in minutes. */
  offset: number
}

export function WeekView({ events, day, today, canCreate, onDay, onOpen, onMove }: CalendarViewProps) {
  const t = useTexts(eventTexts)
  const days = weekFrom(mondayOf(day))
  const keysOf = useDayKeys({ days, day, onDay, canCreate })
  const blocks = days.map((one) => blocksOfDay(events, one))
  const { from, to } = hoursShown(blocks.flat())
  const long = events.filter(isWholeDays)
  const hours = Array.from({ length: to - from }, (_, at) => from + at)
  const grab = useRef<Grab | null>(null)
  const [over, setOver] = useState<PlainDate | null>(null)

  const dragOf = (event: Event, on: PlainDate) =>
    canMove(event)
      ? (start: DragEvent<HTMLElement>) => {
          start.dataTransfer.effectAllowed = 'move'
          const offset = ((start.clientY - start.currentTarget.getBoundingClientRect().top) / HOUR) * 60
          grab.current = { event, day: on, offset }
        }
      : undefined
  const drop = (target: PlainDate, at: DragEvent<HTMLElement>, byHour: boolean) => {
    at.preventDefault()
    const held = grab.current
    grab.current = null
    setOver(null)
    if (!held) return
    const first = addDays(daysOf(held.event).first, daysBetween(held.day, target))
    if (!byHour || isWholeDays(held.event)) return onMove(held.event, movedTo(held.event, first))
    const top = at.currentTarget.getBoundingClientRect().top
    const aimed = from * 60 + ((at.clientY - top) / HOUR) * 60 - held.offset
    const snapped = Math.min(Math.max(Math.round(aimed / SNAP) * SNAP, 0), 1440 - SNAP)
    // The part after midnight keeps the hour of its beginning.
    const goesOn = held.day !== daysOf(held.event).first
    onMove(held.event, movedTo(held.event, first, goesOn ? momentOf(held.event.starts_at).minutes : snapped))
  }
  const target = (one: PlainDate, byHour: boolean) => ({
    'data-over': over === one || undefined,
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (!grab.current) return
      event.preventDefault()
      setOver(one)
    },
    onDrop: (event: DragEvent<HTMLElement>) => drop(one, event, byHour),
  })
  const end = () => setOver(null)
  return (
    <div className={week.week}>
      <div className={week.weekHead}>
        <span />
        {days.map((one) => (
          <button
            key={one}
            type="button"
            className={week.weekDay}
            aria-current={one === today ? 'date' : undefined}
            onClick={() => onOpen(one)}
            {...keysOf(one)}
          >
            {weekday(one)}
            <span className="num">{dayInWords(one)}</span>
            <span className="sr-only">, {t.count(eventsOn(events, one).length)}</span>
          </button>
        ))}
      </div>
      {long.length > 0 ? (
        <div className={week.weekLong}>
          <span className={week.hourName}>{t.allDay}</span>
          {days.map((one) => (
            <ul key={one} className={styles.lanes} aria-label={namedDay(one)} {...target(one, false)}>
              {eventsOn(long, one).map((event) => (
                <li key={event.id}>
                  <EventChip event={event} day={one} onDragStart={dragOf(event, one)} onDragEnd={end} />
                </li>
              ))}
            </ul>
          ))}
        </div>
      ) : null}
      <div className={week.weekBody} style={{ height: hours.length * HOUR }}>
        <div className={week.hours} aria-hidden>
          {hours.map((hour) => (
            <span key={hour} className={week.hourName} style={{ height: HOUR }}>
              {String(hour).padStart(2, '0')}:00
            </span>
          ))}
        </div>
        {days.map((one, at) => (
          <ul
            key={one}
            className={week.column}
            aria-label={namedDay(one)}
            data-today={one === today || undefined}
            data-cell={one}
            style={{ backgroundSize: `100% ${HOUR}px` }}
            {...target(one, true)}
          >
            {blocks[at]!.map(({ event, column, columns, ...block }) => (
              <li
                key={event.id}
                className={week.slot}
                style={{
                  top: ((block.from - from * 60) / 60) * HOUR,
                  height: Math.max(((block.to - block.from) / 60) * HOUR - 2, 26),
                  left: `${(column / columns) * 100}%`,
                  width: `calc(${100 / columns}% - 3px)`,
                }}
              >
                <EventChip event={event} day={one} block onDragStart={dragOf(event, one)} onDragEnd={end} />
              </li>
            ))}
          </ul>
        ))}
      </div>
    </div>
  )
}
