import { useInfiniteQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { Inspection } from '@/api/types'
import { useCan, useSession } from '@/app/session'
import { formatRange } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { DataTable, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState, StaleNotice } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { SearchField } from '@/ui/SearchField'
import { Select } from '@/ui/Select'
import { ListSkeleton } from '@/ui/Skeletons'
import { FileButton } from '@/ui/FileButton'
import styles from './components/inspections.module.css'
import { CountTags, InspectionTag } from './components/tags'
import { files, inspectionsQuery, type InspectionFilters } from './queries'
import { inspectionTexts } from './texts'

const KINDS: Inspection['kind'][] = ['inspection', 'supervision']
const STATUSES: Inspection['status'][] = ['planned', 'done', 'cancelled']

export function toFilters(params: URLSearchParams): InspectionFilters {
  const filters: Record<string, string> = {}
  for (const [name, key] of [
    ['q', 'q'],
    ['hinh-thuc', 'kind'],
    ['trang-thai', 'status'],
  ] as const) {
    const value = params.get(name)
    if (value) filters[key] = value
  }
  return filters
}

export default function InspectionsPage() {
  const t = useTexts(inspectionTexts)
  const can = useCan()
  const { today } = useSession()
  const [params, setParams] = useSearchParams()
  const filters = useMemo(() => toFilters(params), [params])
  const query = useInfiniteQuery(inspectionsQuery(filters))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const total = query.data?.pages[0]?.total ?? 0
  const set = (name: string) => (value: string | null) => {
    const next = new URLSearchParams(params)
    if (value) next.set(name, value)
    else next.delete(name)
    setParams(next, { replace: true })
  }
  const columns: Column<Inspection>[] = [
    {
      key: 'title',
      header: t.column.title,
      cell: (row) => (
        <>
          <Link to={`/kiem-tra/${row.id}`} className={styles.title}>
            {row.title}
          </Link>
          <p className="second">{[t.kind[row.kind], row.lead_unit.name].join(' · ')}</p>
        </>
      ),
    },
    {
      key: 'when',
      header: t.column.when,
      width: '200px',
      cell: (row) => (
        <>
          <span className="num">{formatRange(row.starts_on, row.ends_on)}</span>
          <p className="second">{t.visited(row.units_visited, row.units_total)}</p>
        </>
      ),
    },
    { key: 'status', header: t.column.status, width: '140px', cell: (row) => <InspectionTag status={row.status} /> },
    {
      key: 'result',
      header: t.column.result,
      width: '240px',
      cell: (row) => <CountTags counts={row.recommendations} />,
    },
  ]
  const add = can('inspections', 'create') ? (
    <LinkButton to="/kiem-tra/moi" leftSection={<IconPlus size={20} aria-hidden />} data-create>
      {t.add}
    </LinkButton>
  ) : null
  return (
    <Page
      title={t.title}
      subtitle={query.data ? t.count(total) : t.intro}
      actions={
        <>
          <LinkButton to="/kiem-tra/kien-nghi" variant="default">
            {t.toRecommendations}
          </LinkButton>
          <FileButton
            label={t.excel}
            name={`${t.fileName.list}-${today}.xlsx`}
            load={() => files.inspections(filters)}
          />
          {add}
        </>
      }
    >
      <SearchField label={t.search} value={params.get('q') ?? ''} onSearch={set('q')} />
      <div className="filters no-print">
        <Select
          label={t.kindLabel}
          placeholder={t.all}
          clearable
          value={params.get('hinh-thuc')}
          onChange={set('hinh-thuc')}
          data={KINDS.map((value) => ({ value, label: t.kind[value] }))}
        />
        <Select
          label={t.statusLabel}
          placeholder={t.all}
          clearable
          value={params.get('trang-thai')}
          onChange={set('trang-thai')}
          data={STATUSES.map((value) => ({ value, label: t.status[value] }))}
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
          Object.keys(filters).length > 0 ? (
            <EmptyState
              title={t.noMatch}
              action={
                <Button variant="light" onClick={() => setParams(new URLSearchParams(), { replace: true })}>
                  {t.clear}
                </Button>
              }
            />
          ) : (
            <EmptyState title={t.empty} action={add}>
              {add ? t.emptyBody : t.emptyUnit}
            </EmptyState>
          )
        ) : (
          <DataTable
            caption={t.title}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            more={{ total, loading: query.isFetchingNextPage, onMore: () => void query.fetchNextPage() }}
            card={(row) => (
              <Link to={`/kiem-tra/${row.id}`} className={styles.card}>
                <strong>{row.title}</strong>
                <span className="second">
                  {t.kind[row.kind]} · <span className="num">{formatRange(row.starts_on, row.ends_on)}</span> ·{' '}
                  {t.visited(row.units_visited, row.units_total)}
                </span>
                <span className="row">
                  <InspectionTag status={row.status} />
                  <CountTags counts={row.recommendations} />
                </span>
              </Link>
            )}
          />
        )}
      </Card>
    </Page>
  )
}
