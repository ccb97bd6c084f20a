import { infiniteQueryOptions } from '@tanstack/react-query'
import { api, take } from '@/api/client'
import type { SignInFilters } from './filters'

export function signInsQuery(filters: SignInFilters) {
  return infiniteQueryOptions({
    queryKey: ['sign-ins', filters],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/audit/sign-ins', {
          params: { query: { ...filters, limit: 50, cursor: pageParam || undefined } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: (previous) => previous,
  })
}

/** A file download goes with the person's token, therefore not by a plain link. */
export const exportSignIns = (query: SignInFilters, format: 'xlsx' | 'csv'): Promise<Blob> =>
  format === 'xlsx'
    ? (take(
        api.GET('/api/v1/audit/sign-ins/export.xlsx', { params: { query }, parseAs: 'blob' }),
      ) as unknown as Promise<Blob>)
    : (take(
        api.GET('/api/v1/audit/sign-ins', { params: { query }, headers: { Accept: 'text/csv' }, parseAs: 'blob' }),
      ) as unknown as Promise<Blob>)
