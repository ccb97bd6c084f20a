import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { ReportKind, ReportLine } from '@/api/types'
import { formatRange } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { DataTable, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState, StaleNotice } from '@/ui/ErrorState'
import { Select } from '@/ui/Select'
import { ListSkeleton } from '@/ui/Skeletons'
import { isFiltered, STATUSES, toFilters } from '../filters'
import { reportsQuery, wardsQuery } from '../queries'
import { reportTexts } from '../texts'
import { useReach } from '../useReach'
import styles from './lists.module.css'
import { DueWords, ReportTag } from './tags'

interface ReportListProps {
  kinds: ReportKind[]
  caption: string
  empty: string
  emptyBody?: string
  /** The list is of several units. */
  byUnit?: boolean
}

export function ReportList({ kinds, caption, empty, emptyBody, byUnit = false }: ReportListProps) {
  const t = useTexts(reportTexts)
  const { side } = useReach()
  const [params, setParams] = useSearchParams()
  const filters = useMemo(() => toFilters(params, kinds), [params, kinds])
  const query = useInfiniteQuery(reportsQuery(filters))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const total = query.data?.pages[0]?.total ?? 0
  const whose = (row: ReportLine) => (side === 'above' ? row.ward_name : byUnit ? (row.unit?.name ?? '') : '')
  const columns: Column<ReportLine>[] = [
    {
      key: 'title',
      header: t.column.title,
      cell: (row) => (
        <>
          <Link to={`/bao-cao/${row.id}`} className={styles.title}>
            {row.title}
          </Link>
          <p className="second">
            {[t.kind[row.kind], row.revision > 1 ? t.revision(row.revision) : ''].filter(Boolean).join(' · ')}
          </p>
        </>
      ),
    },
    ...(side === 'above' || byUnit
      ? [{ key: 'whose', header: side === 'above' ? t.column.ward : t.column.unit, width: '190px', cell: whose }]
      : []),
    {
      key: 'period',
      header: t.column.period,
      width: '180px',
      cell: (row) => <span className="num">{formatRange(row.period_from, row.period_to)}</span>,
    },
    { key: 'status', header: t.column.status, width: '170px', cell: (row) => <ReportTag report={row} /> },
    { key: 'due', header: t.column.due, width: '170px', cell: (row) => <DueWords report={row} /> },
  ]
  const clear = () => {
    const next = new URLSearchParams(params)
    for (const name of ['loai', 'trang-thai', 'phuong', 'don-vi']) next.delete(name)
    setParams(next, { replace: true })
  }
  return (
    <>
      <Filters kinds={kinds} />
      {query.isError && query.data ? (
        <StaleNotice at={query.dataUpdatedAt} onRetry={() => void query.refetch()} />
      ) : null}
      <Card flush>
        {query.data === undefined ? (
          query.isError ? (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <ListSkeleton rows={3} />
          )
        ) : rows.length === 0 ? (
          isFiltered(params) ? (
            <EmptyState
              title={t.noMatch}
              action={
                <Button variant="light" onClick={clear}>
                  {t.clear}
                </Button>
              }
            />
          ) : (
            <EmptyState title={empty}>{emptyBody}</EmptyState>
          )
        ) : (
          <DataTable
            caption={caption}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            more={{ total, loading: query.isFetchingNextPage, onMore: () => void query.fetchNextPage() }}
            card={(row) => (
              <Link to={`/bao-cao/${row.id}`} className={styles.card}>
                <strong>{row.title}</strong>
                <span className="second">
                  {[whose(row) || t.kind[row.kind], formatRange(row.period_from, row.period_to)].join(' · ')}
                </span>
                <span className="row">
                  <ReportTag report={row} />
                  <DueWords report={row} />
                </span>
              </Link>
            )}
          />
        )}
      </Card>
    </>
  )
}

function Filters({ kinds }: { kinds: ReportKind[] }) {
  const t = useTexts(reportTexts)
  const { side } = useReach()
  const wards = useQuery({ ...wardsQuery, enabled: side === 'above' })
  const [params, setParams] = useSearchParams()
  const select = (name: string, label: string, data: { value: string; label: string }[]) => (
    <Select
      label={label}
      placeholder={t.all}
      clearable
      searchable={data.length > 8}
      value={data.some(({ value }) => value === params.get(name)) ? params.get(name) : null}
      onChange={(value) => {
        const next = new URLSearchParams(params)
        if (value) next.set(name, value)
        else next.delete(name)
        setParams(next, { replace: true })
      }}
      data={data}
    />
  )
  const states = side === 'above' ? STATUSES.filter((state) => state in t.aboveStatus) : STATUSES
  const word = (state: (typeof STATUSES)[number]) =>
    side === 'above' ? ((t.aboveStatus as Record<string, string>)[state] ?? t.status[state]) : t.status[state]
  // A unit's report ends with the ward: the later states are none of its own.
  const own = kinds.includes('unit_week')
    ? states.filter((state) => !['approved', 'sent', 'acknowledged'].includes(state))
    : states
  return (
    <div className="filters no-print">
      {side === 'above' && (wards.data?.length ?? 0) > 1
        ? select(
            'phuong',
            t.wardLabel,
            (wards.data ?? []).map((ward) => ({ value: ward.id, label: ward.name })),
          )
        : null}
      {select(
        'loai',
        t.kindLabel,
        kinds.map((value) => ({ value, label: t.kind[value] })),
      )}
      {select(
        'trang-thai',
        t.statusLabel,
        own.map((value) => ({ value, label: word(value) })),
      )}
    </div>
  )
}
