import { useInfiniteQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Injury } from '@/api/types'
import { useCan } from '@/app/session'
import { formatDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { DataTable, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState, StaleNotice } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { ListSkeleton } from '@/ui/Skeletons'
import { StatusTag } from '@/ui/StatusTag'
import { FilterBar } from './components/FilterBar'
import styles from './components/injuries.module.css'
import { InjurySheet } from './components/InjurySheet'
import { toFilters } from './filters'
import { injuriesQuery } from './queries'
import { injuryTexts } from './texts'

const tone = { recovered: 'green', treating: 'orange', disabled: 'red', dead: 'red' } as const
const icon = { recovered: 'check', treating: 'clock', disabled: 'alert', dead: 'alert' } as const

export default function InjuriesPage() {
  const t = useTexts(injuryTexts)
  const can = useCan()
  const [params, setParams] = useSearchParams()
  const filters = useMemo(() => toFilters(params), [params])
  const query = useInfiniteQuery(injuriesQuery(filters))
  const [opened, setOpened] = useState<string | null>(null)
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const total = query.data?.pages[0]?.total ?? 0
  const filtered = Object.keys(filters).length > 0
  const clear = () => setParams({}, { replace: true })
  const who = (row: Injury) =>
    row.child ? `${row.child.full_name}, ${t.age(row.age)}` : t.unlisted(t.sex[row.sex], row.age)
  const outcome = (row: Injury) => (
    <StatusTag tone={tone[row.outcome]} icon={icon[row.outcome]}>
      {t.outcome[row.outcome]}
    </StatusTag>
  )
  const columns: Column<Injury>[] = [
    {
      key: 'when',
      header: t.when,
      width: '120px',
      cell: (row) => <span className="num">{formatDate(row.happened_on)}</span>,
    },
    {
      key: 'child',
      header: t.child,
      cell: (row) => (
        <button type="button" className={styles.open} onClick={() => setOpened(row.id)}>
          {who(row)}
        </button>
      ),
    },
    { key: 'kind', header: t.kindLabel, cell: (row) => t.kind[row.kind] },
    {
      key: 'place',
      header: t.placeLabel,
      cell: (row) => [t.place[row.place_kind], row.place, row.neighborhood?.name].filter(Boolean).join(' · '),
    },
    { key: 'outcome', header: t.outcomeLabel, width: '170px', cell: outcome },
  ]
  const add = can('injuries', 'create') ? (
    <LinkButton to="/tai-nan/moi" leftSection={<IconPlus size={20} aria-hidden />}>
      {t.add}
    </LinkButton>
  ) : null
  return (
    <Page
      title={t.title}
      subtitle={query.data ? t.count(total) : t.intro}
      actions={
        <>
          <LinkButton to="/tai-nan/quy" variant="default">
            {t.toQuarter}
          </LinkButton>
          {add}
        </>
      }
    >
      <FilterBar params={params} onChange={(next) => setParams(next, { replace: true })} />
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
                <Button variant="light" onClick={clear}>
                  {t.clear}
                </Button>
              }
            />
          ) : (
            <EmptyState title={t.empty} action={add}>
              {t.emptyBody}
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
              <button type="button" className={styles.card} onClick={() => setOpened(row.id)}>
                <strong>
                  {t.kind[row.kind]} · <span className="num">{formatDate(row.happened_on)}</span>
                </strong>
                <span className="second">
                  {[who(row), t.place[row.place_kind], row.neighborhood?.name].filter(Boolean).join(' · ')}
                </span>
                <span>{outcome(row)}</span>
              </button>
            )}
          />
        )}
      </Card>
      {opened ? <InjurySheet id={opened} onClose={() => setOpened(null)} /> : null}
    </Page>
  )
}
