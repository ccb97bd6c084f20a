import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { AuditEntry } from '@/api/types'
import { useSession } from '@/app/session'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { recall, remember } from '@/lib/storage'
import { ExportMenu } from '@/ui/ExportMenu'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { DataTable, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState, StaleNotice } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { ListSkeleton } from '@/ui/Skeletons'
import { Details, Sentence } from './components/Entry'
import { FilterBar } from './components/FilterBar'
import { toFilters, withChange } from './filters'
import { auditQuery, exportAudit } from './queries'
import { auditTexts } from './texts'

export default function AuditPage() {
  const t = useTexts(auditTexts)
  const { me, can } = useSession()
  const own = me.permissions.find(({ resource }) => resource === 'audit')?.scope === 'own'
  const [params, setParams] = useSearchParams()
  const memory = `bup.audit.${me.user.id}`
  useEffect(() => {
    if ([...params.keys()].length > 0) return remember(memory, params.toString())
    const last = recall<string>(memory)
    if (last) setParams(new URLSearchParams(last), { replace: true })
  }, [params, setParams, memory])
  const show = (next: URLSearchParams) => {
    // An address without anything means "as I left it".
    if ([...next.keys()].length === 0) remember(memory, null)
    setParams(next, { replace: true })
  }
  const filters = useMemo(() => toFilters(params), [params])
  const query = useInfiniteQuery(auditQuery(filters))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const filtered = Object.keys(filters).length > 0
  const clear = () => show(new URLSearchParams())
  const columns: Column<AuditEntry>[] = [
    {
      key: 'at',
      header: t.column.at,
      width: '150px',
      cell: (row) => <span className="num">{formatInstant(row.at)}</span>,
    },
    { key: 'what', header: t.column.what, cell: (row) => <Sentence row={row} /> },
    { key: 'details', header: t.column.details, width: '32%', cell: (row) => <Details row={row} /> },
  ]
  return (
    <Page
      title={t.title}
      subtitle={own ? t.own : t.subtitle}
      actions={
        <>
          {can('breaches', 'create') ? (
            <LinkButton to="/vi-pham-du-lieu/moi?loai=unauthorised_look" variant="default">
              {t.breach}
            </LinkButton>
          ) : null}
          <ExportMenu name="nhat-ky" load={(format) => exportAudit(filters, format)} t={t} />
        </>
      }
    >
      <FilterBar filters={filters} own={own} onChange={(change) => show(withChange(params, change))} onClear={clear} />
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
            title={filtered ? t.noMatch : t.empty}
            action={
              filtered ? (
                <Button variant="light" onClick={clear}>
                  {t.clear}
                </Button>
              ) : undefined
            }
          />
        ) : (
          <DataTable
            caption={t.title}
            columns={columns}
            rows={rows}
            rowKey={(row) => String(row.id)}
            more={{
              total: query.data.pages[0]?.total ?? 0,
              loading: query.isFetchingNextPage,
              onMore: () => void query.fetchNextPage(),
            }}
            card={(row) => (
              <div className="stack-2">
                <p className="small muted num">{formatInstant(row.at)}</p>
                <Sentence row={row} />
                <Details row={row} />
              </div>
            )}
          />
        )}
      </Card>
    </Page>
  )
}
