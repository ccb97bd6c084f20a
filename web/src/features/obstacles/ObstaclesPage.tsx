import { useInfiniteQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { Obstacle } from '@/api/types'
import { useCan } from '@/app/session'
import { formatDate, formatWhen } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { DataTable, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState, StaleNotice } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { SearchField } from '@/ui/SearchField'
import { SegmentedControl } from '@/ui/Segmented'
import { ListSkeleton } from '@/ui/Skeletons'
import { StatusTag } from '@/ui/StatusTag'
import { ObstacleTag } from '@/ui/tags'
import styles from './components/obstacles.module.css'
import { obstaclesQuery, type ObstacleFilters } from './queries'
import { obstacleTexts } from './texts'

const SHOWN = { cho: 'open,escalated', 'da-tra-loi': 'answered', 'da-dong': 'closed', 'tat-ca': '' } as const
type Shown = keyof typeof SHOWN

export default function ObstaclesPage() {
  const t = useTexts(obstacleTexts)
  const can = useCan()
  const [params, setParams] = useSearchParams()
  const officer = can('obstacles', 'update')
  const shown = (params.get('xem') as Shown | null) ?? (officer ? 'cho' : 'tat-ca')
  const filters = useMemo<ObstacleFilters>(
    () => ({
      q: params.get('q') || undefined,
      status: SHOWN[shown] || undefined,
      unit_id: params.get('don-vi') || undefined,
      late: params.get('qua-han') === '1' || undefined,
    }),
    [params, shown],
  )
  const query = useInfiniteQuery(obstaclesQuery(filters))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const set = (next: Record<string, string>) =>
    setParams((old) => new URLSearchParams({ ...Object.fromEntries(old), ...next }), { replace: true })
  const due = (row: Obstacle, date: string) => {
    if (row.status !== 'open' && row.status !== 'escalated') return null
    return row.answer_late ? (
      <StatusTag tone="red" icon="alert">
        {t.lateTag}
      </StatusTag>
    ) : (
      <span className="num">{date}</span>
    )
  }
  const columns: Column<Obstacle>[] = [
    {
      key: 'title',
      header: t.column.title,
      cell: (row) => (
        <>
          <Link to={`/vuong-mac/${row.id}`} className={styles.title}>
            {row.title}
          </Link>
          {row.task ? <p className="second">{row.task.title}</p> : null}
        </>
      ),
    },
    {
      key: 'unit',
      header: t.column.unit,
      width: '22%',
      cell: (row) => (
        <>
          {row.unit.name}
          <p className="small muted num">{formatWhen(row.created_at)}</p>
        </>
      ),
    },
    { key: 'status', header: t.column.status, width: '170px', cell: (row) => <ObstacleTag status={row.status} /> },
    { key: 'due', header: t.column.due, width: '150px', cell: (row) => due(row, formatDate(row.answer_due_on)) },
  ]
  const filtered = Boolean(filters.q || filters.unit_id || filters.status || filters.late)
  return (
    <Page
      title={t.title}
      subtitle={officer ? t.subtitleOfficer : t.subtitleUnit}
      actions={
        can('obstacles', 'create') ? (
          <LinkButton to="/vuong-mac/moi" leftSection={<IconPlus size={20} aria-hidden />} data-create>
            {t.add}
          </LinkButton>
        ) : undefined
      }
    >
      <div className={styles.bar}>
        <SearchField label={t.search} value={params.get('q') ?? ''} onSearch={(q) => set({ q })} />
        <SegmentedControl
          aria-label={t.show}
          value={shown}
          onChange={(xem) => set({ xem })}
          data={[
            { value: 'cho', label: t.open },
            { value: 'da-tra-loi', label: t.answered },
            { value: 'da-dong', label: t.closed },
            { value: 'tat-ca', label: t.all },
          ]}
        />
      </div>
      {query.isError && query.data ? (
        <StaleNotice at={query.dataUpdatedAt} onRetry={() => void query.refetch()} />
      ) : null}
      <Card flush>
        {query.data === undefined ? (
          query.isError ? (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <ListSkeleton />
          )
        ) : rows.length === 0 ? (
          filtered ? (
            <EmptyState
              title={t.noMatch}
              action={
                <Button variant="light" onClick={() => setParams({ xem: 'tat-ca' }, { replace: true })}>
                  {t.clear}
                </Button>
              }
            />
          ) : (
            <EmptyState
              title={t.empty}
              action={can('obstacles', 'create') ? <LinkButton to="/vuong-mac/moi">{t.add}</LinkButton> : undefined}
            >
              {t.emptyBody}
            </EmptyState>
          )
        ) : (
          <DataTable
            caption={t.title}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            more={{
              total: query.data.pages[0]?.total ?? 0,
              loading: query.isFetchingNextPage,
              onMore: () => void query.fetchNextPage(),
            }}
            card={(row) => (
              <Link to={`/vuong-mac/${row.id}`} className={styles.card}>
                <strong>{row.title}</strong>
                <span className="second">
                  {row.unit.name} · <span className="num">{formatWhen(row.created_at)}</span>
                </span>
                <span className="row">
                  <ObstacleTag status={row.status} />
                  {due(row, t.dueOn(formatDate(row.answer_due_on)))}
                </span>
              </Link>
            )}
          />
        )}
      </Card>
    </Page>
  )
}
