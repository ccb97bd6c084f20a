import { useInfiniteQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { Commendation } from '@/api/types'
import { useCan, useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { DataTable, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState, StaleNotice } from '@/ui/ErrorState'
import { FileButton } from '@/ui/FileButton'
import { Page } from '@/ui/Page'
import { SearchField } from '@/ui/SearchField'
import { ListSkeleton } from '@/ui/Skeletons'
import { Tabs } from '@/ui/Tabs'
import styles from './components/commendations.module.css'
import { CommendationTag } from './components/CommendationTag'
import { DecideDialog } from './components/DecideDialog'
import { commendationsQuery, files, type CommendationFilters } from './queries'
import { commendationTexts } from './texts'

const TABS = ['all', 'proposed', 'decided', 'awarded'] as const

export default function CommendationsPage() {
  const t = useTexts(commendationTexts)
  const can = useCan()
  const { today } = useSession()
  const [params, setParams] = useSearchParams()
  const [chosen, setChosen] = useState(new Set<string>())
  const [deciding, setDeciding] = useState(false)
  const tab = TABS.find((one) => one === params.get('hien')) ?? 'all'
  const q = params.get('q') ?? ''
  const filters = useMemo<CommendationFilters>(
    () => ({ ...(tab === 'all' ? {} : { status: tab }), ...(q ? { q } : {}) }),
    [tab, q],
  )
  const query = useInfiniteQuery(commendationsQuery(filters))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const total = query.data?.pages[0]?.total ?? 0
  const search = (text: string) => {
    const next = new URLSearchParams(params)
    if (text) next.set('q', text)
    else next.delete('q')
    setParams(next, { replace: true })
  }
  const decides = can('commendations', 'approve') && tab === 'proposed'
  const picked = rows.filter((row) => chosen.has(row.id) && row.allowed_actions.includes('decide'))
  const columns: Column<Commendation>[] = [
    {
      key: 'name',
      header: t.column.name,
      cell: (row) => (
        <>
          <Link to={`/khen-thuong/${row.id}`} className={styles.title}>
            {row.name}
          </Link>
          <p className="second">{[t.kind[row.kind], row.position].filter(Boolean).join(' · ')}</p>
        </>
      ),
    },
    { key: 'form', header: t.column.form, width: '150px', cell: (row) => row.form },
    { key: 'proposer', header: t.column.proposer, width: '200px', cell: (row) => row.proposed_unit?.name ?? '' },
    { key: 'status', header: t.column.status, width: '180px', cell: (row) => <CommendationTag status={row.status} /> },
  ]
  const add = can('commendations', 'create') ? (
    <LinkButton to="/khen-thuong/moi" leftSection={<IconPlus size={20} aria-hidden />} data-create>
      {t.add}
    </LinkButton>
  ) : null
  return (
    <Page
      title={t.title}
      subtitle={t.intro}
      actions={
        <>
          <LinkButton to="/khen-thuong/goi-y" variant="default">
            {t.toCandidates}
          </LinkButton>
          <FileButton label={t.paper} name={`${t.fileName.paper}.docx`} load={files.proposal} />
          <FileButton label={t.excel} name={`${t.fileName.list}-${today}.xlsx`} load={() => files.list(filters)} />
          {add}
        </>
      }
    >
      <SearchField label={t.search} value={q} onSearch={search} />
      <Tabs label={t.show} param="hien" current={tab} items={TABS.map((key) => ({ key, label: t.tab[key] }))} />
      {decides && picked.length > 0 ? (
        <div className="row no-print">
          <Button onClick={() => setDeciding(true)}>{t.chosen(picked.length)}</Button>
        </div>
      ) : null}
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
              {t.emptyBody}
            </EmptyState>
          )
        ) : (
          <DataTable
            caption={t.title}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            selection={decides ? { chosen, onChange: setChosen, label: (row) => row.name } : undefined}
            more={{ total, loading: query.isFetchingNextPage, onMore: () => void query.fetchNextPage() }}
            card={(row) => (
              <Link to={`/khen-thuong/${row.id}`} className={styles.card}>
                <strong>{row.name}</strong>
                <span className="second">{[row.form, row.proposed_unit?.name].filter(Boolean).join(' · ')}</span>
                <CommendationTag status={row.status} />
              </Link>
            )}
          />
        )}
      </Card>
      {deciding ? (
        <DecideDialog
          rows={picked}
          onClose={() => {
            setDeciding(false)
            setChosen(new Set())
          }}
        />
      ) : null}
    </Page>
  )
}
