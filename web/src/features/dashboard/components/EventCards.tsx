import { Link } from 'react-router'
import type { Overview } from '@/api/types'
import type { PlainDate } from '@/lib/dates'
import { eventWords } from '@/lib/eventTexts'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Card, Facts } from '@/ui/Card'
import { Bars } from '@/ui/charts/Bars'
import * as links from '../links'
import { overviewTexts } from '../texts'

type Events = NonNullable<Overview['events']>

interface Period {
  from: PlainDate
  to: PlainDate
}

export function EventCard({ events, from, to }: Period & { events: Events }) {
  const t = useTexts(overviewTexts).events
  const names = useTexts(eventWords).status
  const rows = events.by_status
  return (
    <Card title={t.title} aside={<Link to={links.eventsIn(from, to)}>{t.total(formatNumber(events.total))}</Link>}>
      {rows.length === 0 ? (
        <p className="muted">{t.none}</p>
      ) : (
        <div className="stack">
          <Bars
            name={t.title}
            summary={t.summary(rows.map((one) => `${names[one.status]} ${one.count}`).join(', '))}
            rows={rows.map((one) => ({
              key: one.status,
              label: names[one.status],
              value: one.count,
              note: formatNumber(one.count),
              tone: one.status === 'held' || one.status === 'reported' ? 'done' : 'plain',
            }))}
            table={{
              head: t.head,
              columns: [t.count],
              rows: rows.map((one) => ({
                key: one.status,
                head: names[one.status],
                cells: [{ value: one.count, to: links.eventsIn(from, to, one.status) }],
              })),
            }}
          />
          <Facts
            items={[
              [t.expected, formatNumber(events.children_expected)],
              [t.registered, formatNumber(events.children_registered)],
              [t.marked, formatNumber(events.children_marked)],
              [t.reported, formatNumber(events.children_reported)],
            ]}
          />
        </div>
      )}
    </Card>
  )
}

export function CommunicationCard({
  communications,
  from,
  to,
}: Period & { communications: NonNullable<Overview['communications']> }) {
  const t = useTexts(overviewTexts).communications
  const rows = communications.by_channel
  const note = (one: (typeof rows)[number]) => t.note(formatNumber(one.reported), formatNumber(one.shares))
  return (
    <Card
      title={t.title}
      aside={
        communications.waiting > 0 ? (
          <Link to={links.communicationsWaiting(from, to)}>{t.waiting(formatNumber(communications.waiting))}</Link>
        ) : undefined
      }
    >
      {rows.length === 0 ? (
        <p className="muted">{t.none}</p>
      ) : (
        <Bars
          name={t.title}
          summary={t.summary(rows.map((one) => `${t.channel[one.channel]} ${one.reported}/${one.shares}`).join(', '))}
          rows={rows.map((one) => ({
            key: one.channel,
            label: t.channel[one.channel],
            value: one.reported,
            of: one.shares,
            note: note(one),
            tone: 'done',
          }))}
          table={{
            head: t.head,
            columns: [t.items, t.reported, t.shares, t.times, t.planned],
            rows: rows.map((one) => ({
              key: one.channel,
              head: t.channel[one.channel],
              cells: [
                { value: one.items, to: links.communications(from, to, one.channel) },
                { value: one.reported, to: links.communicationCounts(from, to, one.channel) },
                one.shares,
                one.times,
                one.planned,
              ],
            })),
          }}
        />
      )}
    </Card>
  )
}

/** What the events of the period are to cost; the contributions have their own pages. */
export function MoneyCard({ events }: { events: Events }) {
  const t = useTexts(overviewTexts).money
  const rows = events.money
  const note = (one: (typeof rows)[number]) => t.note(formatNumber(one.spent), formatNumber(one.planned))
  return (
    <Card title={t.title}>
      {rows.length === 0 ? (
        <p className="muted">{t.none}</p>
      ) : (
        <Bars
          name={t.title}
          summary={t.summary(rows.map((one) => `${t.source[one.source]} ${note(one)}`).join('; '))}
          rows={rows.map((one) => ({
            key: one.source,
            label: t.source[one.source],
            value: one.spent,
            of: one.planned,
            note: note(one),
          }))}
          table={{
            head: t.head,
            columns: [t.planned, t.spent],
            rows: rows.map((one) => ({
              key: one.source,
              head: t.source[one.source],
              cells: [t.amount(formatNumber(one.planned)), t.amount(formatNumber(one.spent))],
            })),
          }}
        />
      )}
    </Card>
  )
}
