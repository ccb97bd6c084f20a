import { useInfiniteQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { Communication } from '@/api/types'
import { formatRange } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { DataTable, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState, StaleNotice } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { SearchField } from '@/ui/SearchField'
import { ListSkeleton } from '@/ui/Skeletons'
import { ExportMenu } from './components/ExportMenu'
import { FilterBar } from './components/FilterBar'
import styles from './components/communications.module.css'
import { CommunicationTag, ReportedTag } from './components/tags'
import { toFilters } from './filters'
import { communicationsQuery, files } from './queries'
import { communicationTexts } from './texts'
import { useReach } from './useReach'

export default function CommunicationsPage() {
  const t = useTexts(communicationTexts)
  const { wide, unit, canWrite } = useReach()
  const [params, setParams] = useSearchParams()
  const filters = useMemo(() => toFilters(params), [params])
  const query = useInfiniteQuery(communicationsQuery(filters))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const total = query.data?.pages[0]?.total ?? 0
  const filtered = Object.keys(filters).length > 0
  const set = (next: URLSearchParams) => setParams(next, { replace: true })
  const search = (q: string) => {
    const next = new URLSearchParams(params)
    if (q) next.set('q', q)
    else next.delete('q')
    set(next)
  }
  const own = wide ? null : unit
  const columns: Column<Communication>[] = [
    {
      key: 'title',
      header: t.column.title,
      cell: (row) => (
        <>
          <Link to={`/truyen-thong/${row.id}`} className={styles.title}>
            {row.title}
          </Link>
          <p className="second">{[t.channel[row.channel], row.campaign_name].filter(Boolean).join(' · ')}</p>
        </>
      ),
    },
    {
      key: 'when',
      header: t.column.when,
      width: '190px',
      cell: (row) => <span className="num">{formatRange(row.starts_on, row.ends_on)}</span>,
    },
    {
      key: 'status',
      header: t.column.status,
      width: '150px',
      cell: (row) => <CommunicationTag status={row.status} />,
    },
    {
      key: 'units',
      header: t.column.units,
      width: '200px',
      cell: (row) => <ReportedTag item={row} unit={own} />,
    },
  ]
  const add = canWrite ? (
    <LinkButton to="/truyen-thong/moi" leftSection={<IconPlus size={20} aria-hidden />} data-create>
      {t.add}
    </LinkButton>
  ) : null
  return (
    <Page
      title={t.title}
      subtitle={query.data ? t.count(total) : t.intro}
      actions={
        <>
          <LinkButton to="/truyen-thong/ai-da-phat" variant="default">
            {t.toCounts}
          </LinkButton>
          <LinkButton to="/truyen-thong/dot" variant="default">
            {t.toCampaigns}
          </LinkButton>
          <ExportMenu
            name={t.act.fileName.list}
            load={(format) => files.list(filters, format)}
            banners={() => files.banners(filters)}
          />
          {add}
        </>
      }
    >
      <FilterBar
        params={params}
        onChange={set}
        withUnits={wide}
        first={<SearchField label={t.search} value={params.get('q') ?? ''} onSearch={search} />}
      />
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
                <Button variant="light" onClick={() => set(new URLSearchParams())}>
                  {t.clear}
                </Button>
              }
            />
          ) : (
            <EmptyState title={t.empty} action={add}>
              {wide ? t.emptyBody : t.emptyUnit}
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
              <Link to={`/truyen-thong/${row.id}`} className={styles.card}>
                <strong>{row.title}</strong>
                <span className="second">
                  {t.channel[row.channel]} · <span className="num">{formatRange(row.starts_on, row.ends_on)}</span>
                </span>
                <span className="row">
                  <CommunicationTag status={row.status} />
                  <ReportedTag item={row} unit={own} />
                </span>
              </Link>
            )}
          />
        )}
      </Card>
    </Page>
  )
}
