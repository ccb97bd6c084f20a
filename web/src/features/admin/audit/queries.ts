import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, take } from '@/api/client'
import type { AuditFilters } from './filters'

export function auditQuery(filters: AuditFilters) {
  return infiniteQueryOptions({
    queryKey: ['audit', filters],
    queryFn: ({ pageParam }) =>
      take(api.GET('/api/v1/audit', { params: { query: { ...filters, limit: 50, cursor: pageParam || undefined } } })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: (previous) => previous,
  })
}

/** Everybody who has an account, locked ones too: the log remembers them. */
export const everybodyQuery = queryOptions({
  queryKey: ['users', 'everybody'],
  queryFn: async () => (await take(api.GET('/api/v1/users', { params: { query: { limit: 200 } } }))).items,
  staleTime: 60_000,
})

/** A file download goes with the person's token, therefore not by a plain link. */
export const exportAudit = (query: AuditFilters, format: 'xlsx' | 'csv'): Promise<Blob> =>
  format === 'xlsx'
    ? (take(api.GET('/api/v1/audit/export.xlsx', { params: { query }, parseAs: 'blob' })) as unknown as Promise<Blob>)
    : (take(
        api.GET('/api/v1/audit', { params: { query }, headers: { Accept: 'text/csv' }, parseAs: 'blob' }),
      ) as unknown as Promise<Blob>)
