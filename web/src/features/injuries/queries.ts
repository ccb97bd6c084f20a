import { infiniteQueryOptions, queryOptions, type QueryKey } from '@tanstack/react-query'
import { api, ifMatch, on, take } from '@/api/client'
import type { Injury, InjuryPatch, NewInjury } from '@/api/types'
import type { InjuryFilters } from './filters'

export const INJURY_TOUCHES: QueryKey[] = [['injuries'], ['dashboard']]

/** Health data: never kept, neither on the device nor in memory once the page is left. */
export function injuriesQuery(filters: InjuryFilters) {
  return infiniteQueryOptions({
    queryKey: ['injuries', 'list', filters],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/injuries', { params: { query: { ...filters, limit: 50, cursor: pageParam || undefined } } }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: (previous) => previous,
    gcTime: 0,
  })
}

/** Reading one is recorded by the server. */
export function injuryQuery(id: string) {
  return queryOptions({
    queryKey: ['injuries', 'one', id],
    queryFn: () => take(api.GET('/api/v1/injuries/{id}', { params: { path: { id } } })),
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
}

export function quarterQuery(year: number, quarter: number) {
  return queryOptions({
    queryKey: ['injuries', 'quarter', year, quarter],
    queryFn: () => take(api.GET('/api/v1/injuries/quarter', { params: { query: { year, quarter } } })),
    gcTime: 0,
    placeholderData: (previous) => previous,
  })
}

export const quarterFile = (year: number, quarter: number): Promise<Blob> =>
  take(
    api.GET('/api/v1/injuries/quarter.xlsx', { params: { query: { year, quarter } }, parseAs: 'blob' }),
  ) as unknown as Promise<Blob>

export const createInjury = (body: NewInjury, key: string) =>
  take(api.POST('/api/v1/injuries', { ...on(null, key), body }))
export const patchInjury = (row: Pick<Injury, 'id' | 'version'>, body: InjuryPatch) =>
  take(api.PATCH('/api/v1/injuries/{id}', { params: { path: { id: row.id }, header: ifMatch(row.version) }, body }))
export const cancelInjury = (row: Pick<Injury, 'id' | 'version'>, key: string, reason: string) =>
  take(
    api.POST('/api/v1/injuries/{id}/cancel', {
      params: { path: { id: row.id } },
      ...on(row.version, key),
      body: { reason },
    }),
  )
