import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState, StaleNotice } from './ErrorState'
import { ListSkeleton } from './Skeletons'

interface QueryViewProps<T> {
  query: UseQueryResult<T>
  skeleton?: ReactNode
  children: (data: T) => ReactNode
}

/** Loading, failed, forbidden, offline and stale for every screen in one place. */
export function QueryView<T>({ query, skeleton, children }: QueryViewProps<T>) {
  if (query.data === undefined) {
    if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    return skeleton ?? <ListSkeleton />
  }
  return (
    <>
      {query.isError ? <StaleNotice at={query.dataUpdatedAt} onRetry={() => void query.refetch()} /> : null}
      {children(query.data)}
    </>
  )
}
