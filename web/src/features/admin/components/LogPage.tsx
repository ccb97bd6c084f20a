import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { DataBreach } from '@/api/types'
import { useSession } from '@/app/session'
import { LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { DataTable, type Column } from '@/ui/DataTable'
import { ErrorState, StaleNotice } from '@/ui/ErrorState'
import { ExportMenu } from '@/ui/ExportMenu'
import { Page } from '@/ui/Page'
import { ListSkeleton } from '@/ui/Skeletons'

interface LogPageProps<T> {
  t: Record<'title' | 'subtitle' | 'own' | 'breach' | 'exportFile' | 'exported' | 'excel' | 'csv', string>
  /** What a look at this log may bring to light. */
  breach: DataBreach['kind']
  file: string
  load: (format: 'xlsx' | 'csv') => Promise<Blob>
  /** `own`: with one's own log there is nobody to choose. */
  filters: (own: boolean) => ReactNode
  query: UseInfiniteQueryResult<InfiniteData<{ items: T[]; total: number }>>
  empty: ReactNode
  columns: Column<T>[]
  rowKey: (row: T) => string
  card: (row: T) => ReactNode
}

/** The audit log and the sign-ins are read alike: filters, one long list, and that list as a file. */
export function LogPage<T>({ t, breach, file, load, filters, query, empty, ...table }: LogPageProps<T>) {
  const { me, can } = useSession()
  const own = me.permissions.find(({ resource }) => resource === 'audit')?.scope === 'own'
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page
      title={t.title}
      subtitle={own ? t.own : t.subtitle}
      actions={
        <>
          {can('breaches', 'create') ? (
            <LinkButton to={`/vi-pham-du-lieu/moi?loai=${breach}`} variant="default">
              {t.breach}
            </LinkButton>
          ) : null}
          <ExportMenu name={file} load={load} t={t} />
        </>
      }
    >
      {filters(own)}
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
          empty
        ) : (
          <DataTable
            caption={t.title}
            rows={rows}
            more={{
              total: query.data.pages[0]?.total ?? 0,
              loading: query.isFetchingNextPage,
              onMore: () => void query.fetchNextPage(),
            }}
            {...table}
          />
        )}
      </Card>
    </Page>
  )
}
