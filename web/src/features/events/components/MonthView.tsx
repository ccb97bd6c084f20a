import { useRef, useState, type DragEvent } from 'react'
import type { Event } from '@/api/types'
import { addDays, daysBetween, weekday, type PlainDate } from '@/lib/dates'
import { daysOf, movedTo, namedDay, type Timed } from '@/lib/eventTimes'
import { useTexts } from '@/lib/i18n'
import { usePhone } from '@/ui/DataTable'
import { familyOf, lanesOfWeek, monthGrid } from '../calendar'
import { eventTexts } from '../texts'
import { useDayKeys } from '../useDayKeys'
import { canMove } from '../useMove'
import { EventChip } from './EventChip'
import styles from './calendar.module.css'

export interface CalendarViewProps {
  events: Event[]
  day: PlainDate
  today: PlainDate
  canCreate: boolean
  onDay: (day: PlainDate) => void
  onOpen: (day: PlainDate) => void
  onMove: (event: Event, to: Timed) => void
}

const LANES = 3

export function MonthView({ events, day, today, canCreate, onDay, onOpen, onMove }: CalendarViewProps) {
  const t = useTexts(eventTexts)
  const phone = usePhone()
  const grid = monthGrid(day)
  const keysOf = useDayKeys({ days: grid.flat(), day, onDay, canCreate })
  const grabbed = useRef<{ event: Event; day: PlainDate } | null>(null)
  const [over, setOver] = useState<PlainDate | null>(null)
  const drop = (target: PlainDate) => {
    const grab = grabbed.current
    grabbed.current = null
    setOver(null)
    if (!grab) return
    onMove(grab.event, movedTo(grab.event, addDays(daysOf(grab.event).first, daysBetween(grab.day, target))))
  }
  const dragOf = (event: Event, from: PlainDate) =>
    canMove(event)
      ? (start: DragEvent) => {
          start.dataTransfer.effectAllowed = 'move'
          grabbed.current = { event, day: from }
        }
      : undefined
  return (
    <table className={styles.month}>
      <caption className="sr-only">{t.keysHint}</caption>
      <thead>
        <tr>
          {grid[0]!.map((one, at) => (
            <th key={one} scope="col" abbr={weekday(one)}>
              {phone ? t.shortDays.split(' ')[at] : weekday(one)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {grid.map((week) => {
          const lanes = lanesOfWeek(events, week)
          return (
            <tr key={week[0]}>
              {week.map((one, at) => {
                const onIt = lanes[at]!.filter((event) => event !== null)
                return (
                  <td
                    key={one}
                    data-cell={one}
                    data-outside={one.slice(0, 7) !== day.slice(0, 7) || undefined}
                    data-over={over === one || undefined}
                    onDragOver={(event) => {
                      if (!grabbed.current) return
                      event.preventDefault()
                      setOver(one)
                    }}
                    onDrop={(event) => {
                      event.preventDefault()
                      drop(one)
                    }}
                  >
                    <button
                      type="button"
                      className={styles.dayButton}
                      aria-current={one === today ? 'date' : undefined}
                      onClick={() => onOpen(one)}
                      {...keysOf(one)}
                    >
                      <span className={styles.number} aria-hidden>
                        {Number(one.slice(8))}
                      </span>
                      <span className="sr-only">{t.dayLabel(namedDay(one), onIt.length)}</span>
                      {phone ? <Dots events={onIt} /> : null}
                    </button>
                    {phone ? null : (
                      <Lanes
                        lanes={lanes[at]!}
                        day={one}
                        dragOf={dragOf}
                        onEnd={() => setOver(null)}
                        onMore={() => onOpen(one)}
                      />
                    )}
                  </td>
                )
              })}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Dots({ events }: { events: Event[] }) {
  return (
    <span className={styles.dots} aria-hidden>
      {events.slice(0, 3).map((event) => (
        <span key={event.id} className={`${styles.dot} ${styles[familyOf(event.kind)]}`} />
      ))}
      {events.length > 3 ? <span className={styles.dotMore}>+</span> : null}
    </span>
  )
}

interface LanesProps {
  lanes: (Event | null)[]
  day: PlainDate
  dragOf: (event: Event, day: PlainDate) => ((start: DragEvent) => void) | undefined
  onEnd: () => void
  onMore: () => void
}

function Lanes({ lanes, day, dragOf, onEnd, onMore }: LanesProps) {
  const t = useTexts(eventTexts)
  const total = lanes.filter((one) => one !== null).length
  // The last lane makes room for "+n".
  const shown = lanes.length > LANES ? lanes.slice(0, LANES - 1) : lanes
  const hidden = total - shown.filter((one) => one !== null).length
  return (
    <ul className={styles.lanes}>
      {shown.map((event, lane) =>
        event ? (
          <li key={event.id} data-span={spanOf(event, day)}>
            <EventChip event={event} day={day} onDragStart={dragOf(event, day)} onDragEnd={onEnd} />
          </li>
        ) : (
          // A free lane has no other name than its place.
          <li key={`free${lane}`} className={styles.free} aria-hidden />
        ),
      )}
      {hidden > 0 ? (
        <li>
          <button type="button" className={styles.more} onClick={onMore}>
            {t.more(hidden)}
            <span className="sr-only">, {namedDay(day)}</span>
          </button>
        </li>
      ) : null}
    </ul>
  )
}

function spanOf(event: Event, day: PlainDate): 'first' | 'middle' | 'last' | undefined {
  const { first, last } = daysOf(event)
  if (first === last) return undefined
  return day === first ? 'first' : day === last ? 'last' : 'middle'
}
