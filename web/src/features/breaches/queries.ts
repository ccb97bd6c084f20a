import { infiniteQueryOptions, queryOptions, type QueryKey } from '@tanstack/react-query'
import { api, ifMatch, on, take } from '@/api/client'
import type {
  BreachAssessment,
  BreachNotice,
  BreachTelling,
  DataBreach,
  DataBreachPatch,
  NewBreachMeasure,
  NewDataBreach,
} from '@/api/types'

export const BREACH_TOUCHES: QueryKey[] = [['breaches'], ['notifications']]

/** Never kept on the device, nor in memory once the page is left. */
export function breachesQuery(clockRuns?: boolean) {
  return infiniteQueryOptions({
    queryKey: ['breaches', 'list', clockRuns ?? null],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/data-breaches', {
          params: {
            query: {
              clock_runs: clockRuns,
              sort: clockRuns ? 'due_at' : '-discovered_at',
              limit: 50,
              cursor: pageParam || undefined,
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    gcTime: 0,
  })
}

/** Reading one is recorded by the server. */
export function breachQuery(id: string) {
  return queryOptions({
    queryKey: ['breaches', 'one', id],
    queryFn: () => take(api.GET('/api/v1/data-breaches/{id}', { params: { path: { id } } })),
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
}

type Row = Pick<DataBreach, 'id' | 'version'>
const at = (row: Row, key: string) => ({ params: { path: { id: row.id } }, ...on(row.version, key) })

export const createBreach = (body: NewDataBreach, key: string) =>
  take(api.POST('/api/v1/data-breaches', { ...on(null, key), body }))
export const patchBreach = (row: Row, body: DataBreachPatch) =>
  take(
    api.PATCH('/api/v1/data-breaches/{id}', { params: { path: { id: row.id }, header: ifMatch(row.version) }, body }),
  )
export const assessBreach = (row: Row, key: string, body: BreachAssessment) =>
  take(api.POST('/api/v1/data-breaches/{id}/assess', { ...at(row, key), body }))
export const notifyBreach = (row: Row, key: string, body: BreachNotice) =>
  take(api.POST('/api/v1/data-breaches/{id}/notify', { ...at(row, key), body }))
export const addMeasure = (row: Row, key: string, body: NewBreachMeasure) =>
  // Two who add something at once lose nothing: no version is asked for.
  take(api.POST('/api/v1/data-breaches/{id}/measures', { params: { path: { id: row.id } }, ...on(null, key), body }))
export const tellPeople = (row: Row, key: string, body: BreachTelling) =>
  take(api.POST('/api/v1/data-breaches/{id}/tell-people', { ...at(row, key), body }))
export const closeBreach = (row: Row, key: string, summary: string) =>
  take(api.POST('/api/v1/data-breaches/{id}/close', { ...at(row, key), body: { summary } }))
export const reopenBreach = (row: Row, key: string, reason: string) =>
  take(api.POST('/api/v1/data-breaches/{id}/reopen', { ...at(row, key), body: { reason } }))

const blob = { parseAs: 'blob' } as const

export const papers = {
  notice: (id: string) =>
    take(
      api.GET('/api/v1/data-breaches/{id}/notice.docx', { params: { path: { id } }, ...blob }),
    ) as unknown as Promise<Blob>,
  record: (id: string) =>
    take(
      api.GET('/api/v1/data-breaches/{id}/record.docx', { params: { path: { id } }, ...blob }),
    ) as unknown as Promise<Blob>,
}
