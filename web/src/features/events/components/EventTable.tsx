import { Link } from 'react-router'
import type { Event } from '@/api/types'
import { eventWords } from '@/lib/eventTexts'
import { daysOf, hoursOn, namedDay, whenInWords } from '@/lib/eventTimes'
import { useTexts } from '@/lib/i18n'
import { DataTable, type Column } from '@/ui/DataTable'
import { EventTag, isUnsafe, UnsafeTag } from '@/ui/EventTag'
import { familyOf } from '../calendar'
import { eventTexts } from '../texts'
import { EventMenu } from './EventLine'
import agenda from './agenda.module.css'
import styles from './calendar.module.css'

interface EventTableProps {
  events: Event[]
  sort: string
  onSort: (sort: string) => void
  onMove: (event: Event) => void
}

/** A line may break between the day and the hours only. */
function When({ event }: { event: Event }) {
  const { first, last } = daysOf(event)
  const { from, to } = hoursOn(event, first)
  if (first !== last) return whenInWords(event)
  return (
    <>
      {namedDay(first)}
      <br />
      <span className="num">
        {from}–{to}
      </span>
    </>
  )
}

/** The list of the desk. */
export function EventTable({ events, sort, onSort, onMove }: EventTableProps) {
  const t = useTexts(eventTexts)
  const words = useTexts(eventWords)
  const title = (event: Event) => (
    <span data-status={event.status} data-event={event.id}>
      <Link to={`/lich/${event.id}`} className={agenda.lineTitle}>
        {event.title}
      </Link>
      <span className="second">
        <br />
        <span className={`${styles.kind} ${styles[familyOf(event.kind)]}`}>
          <span className={styles.swatch} aria-hidden />
          {words.kind[event.kind]}
        </span>
      </span>
    </span>
  )
  const columns: Column<Event>[] = [
    { key: 'when', header: t.column.when, width: '190px', sort: 'starts_at', cell: (event) => <When event={event} /> },
    { key: 'title', header: t.column.title, cell: title },
    { key: 'place', header: t.column.place, width: '20%', cell: (event) => event.place },
    { key: 'unit', header: t.column.unit, width: '17%', cell: (event) => event.lead_unit?.name },
    {
      key: 'status',
      header: t.column.status,
      width: '190px',
      cell: (event) => (
        <span className="row">
          <EventTag status={event.status} />
          {isUnsafe(event) ? <UnsafeTag /> : null}
        </span>
      ),
    },
    { key: 'menu', header: '', width: '60px', cell: (event) => <EventMenu event={event} onMove={onMove} /> },
  ]
  return (
    <DataTable
      caption={t.title}
      columns={columns}
      rows={events}
      rowKey={(event) => event.id}
      sort={sort}
      onSort={onSort}
      card={title}
    />
  )
}
