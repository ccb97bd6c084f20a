import { infiniteQueryOptions, queryOptions, type QueryKey } from '@tanstack/react-query'
import { api, ifMatch, on, take } from '@/api/client'
import type {
  Commendation,
  CommendationPatch,
  CommendationQuery,
  NewCommendation,
  NewCommendationDecision,
} from '@/api/types'

export const COMMENDATION_TOUCHES: QueryKey[] = [['commendations'], ['notifications'], ['dashboard']]
export type CommendationFilters = Omit<CommendationQuery, 'limit' | 'cursor' | 'sort'>

export function commendationsQuery(filters: CommendationFilters) {
  return infiniteQueryOptions({
    queryKey: ['commendations', 'list', filters],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/commendations', {
          params: { query: { ...filters, limit: 50, cursor: pageParam || undefined } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: (previous) => previous,
  })
}

export function commendationQuery(id: string) {
  return queryOptions({
    queryKey: ['commendations', 'one', id],
    queryFn: () => take(api.GET('/api/v1/commendations/{id}', { params: { path: { id } } })),
  })
}

export const commendationChoicesQuery = queryOptions({
  queryKey: ['commendations', 'choices'],
  queryFn: () => take(api.GET('/api/v1/commendations/choices')),
  staleTime: 60_000,
})

export const candidatesQuery = queryOptions({
  queryKey: ['commendations', 'candidates'],
  queryFn: async () => (await take(api.GET('/api/v1/commendations/candidates'))).items,
})

/** Accepted tasks, which a proposal may rest on. */
export const acceptedTasksQuery = queryOptions({
  queryKey: ['tasks', 'accepted-choices'],
  queryFn: async () =>
    (
      await take(api.GET('/api/v1/tasks', { params: { query: { limit: 200, status: 'accepted', sort: 'due_on' } } }))
    ).items.map((task) => ({ value: task.id, label: task.title })),
  staleTime: 60_000,
})

type Row = Pick<Commendation, 'id' | 'version'>
const at = (row: Row, key: string) => ({ params: { path: { id: row.id } }, ...on(row.version, key) })

export const createCommendation = (body: NewCommendation, key: string) =>
  take(api.POST('/api/v1/commendations', { ...on(null, key), body }))
export const patchCommendation = (row: Row, body: CommendationPatch) =>
  take(
    api.PATCH('/api/v1/commendations/{id}', { params: { path: { id: row.id }, header: ifMatch(row.version) }, body }),
  )
export const decideCommendations = (body: NewCommendationDecision, key: string) =>
  take(api.POST('/api/v1/commendations/decisions', { ...on(null, key), body }))
export const declineCommendation = (row: Row, key: string, reason: string) =>
  take(api.POST('/api/v1/commendations/{id}/decline', { ...at(row, key), body: { reason } }))
export const withdrawCommendation = (row: Row, key: string, reason: string) =>
  take(api.POST('/api/v1/commendations/{id}/withdraw', { ...at(row, key), body: { reason } }))
export const awardCommendation = (row: Row, key: string, body: { awarded_on: string; awarded_at: string }) =>
  take(api.POST('/api/v1/commendations/{id}/award', { ...at(row, key), body }))

const blob = { parseAs: 'blob' } as const

export const files = {
  list: (query: CommendationFilters) =>
    take(api.GET('/api/v1/commendations/export.xlsx', { params: { query }, ...blob })) as unknown as Promise<Blob>,
  proposal: () =>
    take(
      api.GET('/api/v1/commendations/proposal.docx', { params: { query: {} }, ...blob }),
    ) as unknown as Promise<Blob>,
  decision: (id: string) =>
    take(
      api.GET('/api/v1/commendations/decisions/{id}/decision.docx', { params: { path: { id } }, ...blob }),
    ) as unknown as Promise<Blob>,
}
