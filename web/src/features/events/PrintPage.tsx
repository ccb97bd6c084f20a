import '@/ui/printFonts.css'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import type { Event } from '@/api/types'
import { useSession } from '@/app/session'
import { formatDate, formatTime, isPlainDate } from '@/lib/dates'
import { dayInWords, daysOf, hoursOn, momentOf, namedDay } from '@/lib/eventTimes'
import { useTexts } from '@/lib/i18n'
import { formatNumber, placeOfWard } from '@/lib/text'
import { DateField } from '@/ui/DateField'
import { PrintFrame } from '@/ui/PrintFrame'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import paper from '@/ui/paper.module.css'
import { firstOfMonth, lastOfMonth, type Range } from './calendar'
import { groupByDay } from './components/Agenda'
import styles from './components/PrintPage.module.css'
import { lastLook, toQuery } from './filters'
import { eventsQuery } from './queries'
import { eventTexts } from './texts'

/** The programme of a month for the notice board: by day, with the heading of the ward's office. */
export default function PrintPage() {
  const t = useTexts(eventTexts).print
  const { today } = useSession()
  const [params, setParams] = useSearchParams()
  const read = (name: string, otherwise: string) => {
    const day = params.get(name) ?? ''
    return isPlainDate(day) ? day : otherwise
  }
  const range = { from: read('from', firstOfMonth(today)), to: read('to', lastOfMonth(today)) }
  const query = useQuery(eventsQuery({ ...toQuery(params, 'thang', today), ...range }))
  const set = (name: string) => (day: string | null) => {
    if (!day) return
    setParams({ ...Object.fromEntries(params), ...range, [name]: day }, { replace: true })
  }
  return (
    <PrintFrame
      title={t.title}
      back={{ to: lastLook.get(), label: t.back }}
      print={t.go}
      more={
        <div className="filters">
          <DateField id="in-tu" label={t.from} value={range.from} max={range.to} onChange={set('from')} />
          <DateField id="in-den" label={t.to} value={range.to} min={range.from} onChange={set('to')} />
        </div>
      }
    >
      <QueryView query={query} skeleton={<PageSkeleton />}>
        {({ items }) => <Sheet events={items} range={range} />}
      </QueryView>
    </PrintFrame>
  )
}

function isWholeMonth({ from, to }: Range): boolean {
  return from === firstOfMonth(from) && to === lastOfMonth(from)
}

function Sheet({ events, range }: { events: Event[]; range: Range }) {
  const t = useTexts(eventTexts).print
  const { me, today } = useSession()
  const ward = me.ward?.name ?? me.unit.name
  const place = placeOfWard(ward)
  const [y = '', m = '', d = ''] = today.split('-')
  const children = events.reduce((sum, event) => sum + event.expected_children, 0)
  return (
    <article className={`${paper.sheet} ${styles.sheet}`} lang="vi">
      <header className={paper.head}>
        <div>
          <p className={paper.bold}>{t.head}</p>
          <p className={`${paper.bold} ${paper.upper} ${paper.ruled}`}>{ward}</p>
        </div>
        <div>
          <p className={paper.bold}>{t.nation}</p>
          <p className={`${paper.bold} ${paper.ruled}`}>{t.motto}</p>
          <p className={paper.italic}>
            {place}, {t.date(d, Number(m) > 2 ? String(Number(m)) : m, y)}
          </p>
        </div>
      </header>
      <div className={styles.name}>
        <h1>{t.name}</h1>
        <p className={paper.bold}>
          {isWholeMonth(range)
            ? t.month(Number(range.from.slice(5, 7)), Number(range.from.slice(0, 4)))
            : t.span(formatDate(range.from), formatDate(range.to))}
        </p>
      </div>
      {events.length === 0 ? (
        <p>{t.empty}</p>
      ) : (
        <>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col" className={styles.time}>
                  {t.time}
                </th>
                <th scope="col">{t.what}</th>
                <th scope="col" className={styles.where}>
                  {t.where}
                </th>
                <th scope="col" className={styles.who}>
                  {t.who}
                </th>
              </tr>
            </thead>
            {groupByDay(events, range.from).map(([day, items]) => (
              <tbody key={day}>
                <tr className={styles.day}>
                  <th colSpan={4} scope="rowgroup">
                    {namedDay(day)}
                  </th>
                </tr>
                {items.map((event) => (
                  <Row key={event.id} event={event} day={day} />
                ))}
              </tbody>
            ))}
          </table>
          <p className={styles.sums}>{t.sums(events.length, formatNumber(children))}</p>
        </>
      )}
    </article>
  )
}

function Row({ event, day }: { event: Event; day: string }) {
  const t = useTexts(eventTexts).print
  const { from, to } = hoursOn(event, day)
  const { first, last } = daysOf(event)
  const open = event.status === 'draft' || event.status === 'proposed'
  return (
    <tr>
      <td className={styles.time}>
        {first === last
          ? `${from}–${to}`
          : t.until(formatTime(event.starts_at), formatTime(event.ends_at), dayInWords(momentOf(event.ends_at).day))}
      </td>
      <td>
        {event.title}
        {open ? <span className={paper.italic}> ({t.draft})</span> : null}
      </td>
      <td>{event.place}</td>
      <td>
        {event.lead_unit?.name}
        {event.joining_units.length > 0 ? (
          <p className={styles.joins}>{t.joins(event.joining_units.map((unit) => unit.name).join(', '))}</p>
        ) : null}
      </td>
    </tr>
  )
}
