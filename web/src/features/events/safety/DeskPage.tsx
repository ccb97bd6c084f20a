import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import type { SafetyPlanLine } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Card } from '@/ui/Card'
import { DataTable, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { StatusTag } from '@/ui/StatusTag'
import { Tabs } from '@/ui/Tabs'
import { LevelTag, SafetyTag } from './components/SafetyTag'
import styles from './components/safety.module.css'
import { formatHours } from './format'
import { deskQuery } from './queries'
import { safetyTexts } from './texts'

const TABS = { waiting: 'requested,drafted', returned: 'returned', approved: 'approved' } as const
type Tab = keyof typeof TABS

/** What waits for the police, the soonest event first. */
export default function DeskPage() {
  const t = useTexts(safetyTexts).desk
  const wanted = useSearchParams()[0].get('xem')
  const tab: Tab = wanted && wanted in TABS ? (wanted as Tab) : 'waiting'
  const query = useInfiniteQuery(deskQuery(TABS[tab]))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const total = query.data?.pages[0]?.total ?? 0
  const columns: Column<SafetyPlanLine>[] = [
    { key: 'event', header: t.column.event, cell: (row) => <Title row={row} /> },
    { key: 'when', header: t.column.when, width: '230px', cell: (row) => <When row={row} /> },
    {
      key: 'people',
      header: t.column.people,
      width: '210px',
      cell: ({ event }) => t.people(event.expected_children, event.expected_adults),
    },
    { key: 'status', header: t.column.status, width: '200px', cell: (row) => <Tags row={row} /> },
  ]
  return (
    <Page title={t.title} subtitle={t.intro}>
      <Tabs
        label={t.show}
        param="xem"
        current={tab}
        items={(Object.keys(TABS) as Tab[]).map((key) => ({
          key,
          label: t[key],
          count: key === tab && query.data ? total : undefined,
        }))}
      />
      <Card flush>
        <QueryView query={query}>
          {() =>
            rows.length === 0 ? (
              <EmptyState title={tab === 'waiting' ? t.empty : t.emptyOther}>
                {tab === 'waiting' ? t.emptyBody : null}
              </EmptyState>
            ) : (
              <DataTable
                caption={t.title}
                columns={columns}
                rows={rows}
                rowKey={(row) => row.id}
                more={
                  query.hasNextPage
                    ? { total, loading: query.isFetchingNextPage, onMore: () => void query.fetchNextPage() }
                    : null
                }
                card={(row) => (
                  <div className={styles.card}>
                    <Title row={row} />
                    <When row={row} />
                    <p>{t.people(row.event.expected_children, row.event.expected_adults)}</p>
                    <Tags row={row} />
                  </div>
                )}
              />
            )
          }
        </QueryView>
      </Card>
    </Page>
  )
}

function Title({ row: { event } }: { row: SafetyPlanLine }) {
  return (
    <>
      <Link to={`/lich/${event.id}/an-toan`} className={styles.title}>
        {event.title}
      </Link>
      <p className="second">{[event.place, event.lead_unit?.name].filter(Boolean).join(' · ')}</p>
    </>
  )
}

function When({ row: { event, next_at, days_left } }: { row: SafetyPlanLine }) {
  const t = useTexts(safetyTexts).desk
  const several = event.sessions > 1 ? t.sessions(event.sessions) : null
  const length = Date.parse(event.ends_at) - Date.parse(event.starts_at)
  const ends = new Date(Date.parse(next_at) + length).toISOString()
  return (
    <>
      <p className="num">{formatHours(next_at, ends)}</p>
      <p className="second">{[t.daysLeft(days_left), several].filter(Boolean).join(' · ')}</p>
    </>
  )
}

function Tags({ row }: { row: SafetyPlanLine }) {
  const t = useTexts(safetyTexts).desk
  return (
    <span className="row">
      <SafetyTag status={row.status} />
      {row.late ? (
        <StatusTag tone="red" icon="clock">
          {t.late}
        </StatusTag>
      ) : null}
      {row.score > 0 ? <LevelTag level={row.level} score={row.score} /> : null}
    </span>
  )
}
