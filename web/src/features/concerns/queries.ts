import { infiniteQueryOptions, queryOptions, type QueryKey } from '@tanstack/react-query'
import { api, ifMatch, on, take } from '@/api/client'
import type { Concern, ConcernCreate, ConcernPatch, ConcernScreening } from '@/api/types'
import type { ConcernFilters } from './filters'

export const CONCERN_TOUCHES: QueryKey[] = [['concerns'], ['cases'], ['notifications'], ['dashboard']]

/** What is told of a child stays on the screen that shows it; each look is recorded, so nothing looks by itself. */
const QUIET = { gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false } as const

/** Lines name no child; the list may refresh itself. */
export function concernsQuery(filters: ConcernFilters, limit = 50) {
  return infiniteQueryOptions({
    queryKey: ['concerns', 'list', filters, limit],
    queryFn: ({ pageParam }) =>
      take(api.GET('/api/v1/concerns', { params: { query: { ...filters, limit, cursor: pageParam || undefined } } })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: (previous) => previous,
    refetchInterval: 60_000,
    gcTime: 0,
  })
}

/** Words stand in the body, never in an address. */
export function concernSearchQuery(q: string, status?: string) {
  return queryOptions({
    queryKey: ['concerns', 'search', q, status],
    queryFn: () => take(api.POST('/api/v1/concerns/search', { body: { q, status: status ?? null, limit: 200 } })),
    enabled: q.length >= 2,
    staleTime: 60_000,
    ...QUIET,
  })
}

export function concernQuery(id: string) {
  return queryOptions({
    queryKey: ['concerns', 'one', id],
    queryFn: () => take(api.GET('/api/v1/concerns/{id}', { params: { path: { id } } })),
    ...QUIET,
  })
}

export function caseSearchQuery(q: string) {
  return queryOptions({
    queryKey: ['cases', 'search', q],
    queryFn: async () =>
      (await take(api.POST('/api/v1/cases/search', { body: { q, child_id: null, status: null, limit: 20 } }))).items,
    enabled: q.length >= 2,
    ...QUIET,
  })
}

type Row = Pick<Concern, 'id' | 'version'>
const at = (row: Row, key: string) => ({ params: { path: { id: row.id } }, ...on(row.version, key) })

export const createConcern = (body: ConcernCreate, key: string) =>
  take(api.POST('/api/v1/concerns', { ...on(null, key), body }))
export const patchConcern = (row: Row, body: ConcernPatch) =>
  take(api.PATCH('/api/v1/concerns/{id}', { params: { path: { id: row.id }, header: ifMatch(row.version) }, body }))
export const screenConcern = (row: Row, key: string, body: ConcernScreening) =>
  take(api.POST('/api/v1/concerns/{id}/screen', { ...at(row, key), body }))
export const confirmConcern = (row: Row, key: string) => take(api.POST('/api/v1/concerns/{id}/confirm', at(row, key)))
export const rejectConcern = (row: Row, key: string, reason: string) =>
  take(api.POST('/api/v1/concerns/{id}/reject', { ...at(row, key), body: { reason } }))
export const revealReporter = (id: string, key: string) =>
  take(api.POST('/api/v1/concerns/{id}/reporter', { params: { path: { id } }, ...on(null, key) }))

export const intakeForm = (id: string): Promise<Blob> =>
  take(
    api.GET('/api/v1/concerns/{id}/document.docx', { params: { path: { id } }, parseAs: 'blob' }),
  ) as unknown as Promise<Blob>
export const register = (filters: ConcernFilters): Promise<Blob> =>
  take(
    api.GET('/api/v1/concerns/export.xlsx', { params: { query: filters }, parseAs: 'blob' }),
  ) as unknown as Promise<Blob>
