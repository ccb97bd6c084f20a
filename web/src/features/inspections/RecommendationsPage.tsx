import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { Recommendation } from '@/api/types'
import { useCan, useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { DataTable, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState, StaleNotice } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { SearchField } from '@/ui/SearchField'
import { ListSkeleton } from '@/ui/Skeletons'
import { Tabs } from '@/ui/Tabs'
import { FileButton } from '@/ui/FileButton'
import styles from './components/inspections.module.css'
import { DueText, RecommendationTag } from './components/tags'
import { files, recommendationsQuery, type RecommendationFilters } from './queries'
import { inspectionTexts, recommendationTexts } from './texts'

const TABS = ['open', 'late', 'fixed', 'verified', 'all'] as const
type Tab = (typeof TABS)[number]

const of: Record<Tab, RecommendationFilters> = {
  open: { status: 'open' },
  late: { late: true },
  fixed: { status: 'fixed' },
  verified: { status: 'verified' },
  all: {},
}

export default function RecommendationsPage() {
  const t = useTexts(recommendationTexts)
  const { excel, fileName } = useTexts(inspectionTexts)
  const can = useCan()
  const { today } = useSession()
  const [params, setParams] = useSearchParams()
  const tab = TABS.find((one) => one === params.get('hien')) ?? 'open'
  const q = params.get('q') ?? ''
  const filters = useMemo(() => ({ ...of[tab], ...(q ? { q } : {}) }), [tab, q])
  const query = useInfiniteQuery(recommendationsQuery(filters))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const total = query.data?.pages[0]?.total ?? 0
  const search = (text: string) => {
    const next = new URLSearchParams(params)
    if (text) next.set('q', text)
    else next.delete('q')
    setParams(next, { replace: true })
  }
  const columns: Column<Recommendation>[] = [
    {
      key: 'text',
      header: t.column.text,
      cell: (row) => (
        <>
          <Link to={`/kiem-tra/kien-nghi/${row.id}`} className={styles.title}>
            {row.text}
          </Link>
          <p className="second">{row.inspection_title}</p>
        </>
      ),
    },
    { key: 'unit', header: t.column.unit, width: '180px', cell: (row) => row.unit.name },
    { key: 'due', header: t.column.due, width: '150px', cell: (row) => <DueText row={row} /> },
    { key: 'status', header: t.column.status, width: '190px', cell: (row) => <RecommendationTag row={row} /> },
  ]
  return (
    <Page
      title={t.title}
      back={{ to: '/kiem-tra', label: useTexts(inspectionTexts).back }}
      subtitle={can('recommendations', 'approve') ? t.intro : t.introUnit}
      actions={
        <FileButton
          label={excel}
          name={`${fileName.recommendations}-${today}.xlsx`}
          load={() => files.recommendations(filters)}
        />
      }
    >
      <SearchField label={t.search} value={q} onSearch={search} />
      <Tabs label={t.show} param="hien" current={tab} items={TABS.map((key) => ({ key, label: t.tab[key] }))} />
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
          <EmptyState
            title={t.empty}
            action={
              <LinkButton to="/kiem-tra" variant="light">
                {t.toInspections}
              </LinkButton>
            }
          >
            {t.emptyBody}
          </EmptyState>
        ) : (
          <DataTable
            caption={t.title}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            more={{ total, loading: query.isFetchingNextPage, onMore: () => void query.fetchNextPage() }}
            card={(row) => (
              <Link to={`/kiem-tra/kien-nghi/${row.id}`} className={styles.card}>
                <strong>{row.text}</strong>
                <span className="second">{row.unit.name}</span>
                <span className="row">
                  <RecommendationTag row={row} />
                  <DueText row={row} />
                </span>
              </Link>
            )}
          />
        )}
      </Card>
    </Page>
  )
}
