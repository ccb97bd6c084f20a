import { queryOptions, type QueryKey } from '@tanstack/react-query'
import { api, on, take } from '@/api/client'
import type { Obstacle } from '@/api/types'
import type { CompareFilters } from './filters'

export const REPORT_TOUCHES: QueryKey[] = [['reports'], ['dashboard'], ['notifications']]
export const INSTRUCTION_TOUCHES: QueryKey[] = [['obstacles'], ['dashboard'], ['notifications']]

export function compareQuery({ year, kind, codes }: CompareFilters) {
  return queryOptions({
    queryKey: ['reports', 'overview', year, kind, codes.join()],
    queryFn: () =>
      take(
        api.GET('/api/v1/reports/overview', {
          params: { query: { year, kind, codes: codes.length > 0 ? codes.join() : undefined } },
        }),
      ),
    placeholderData: (previous) => previous,
  })
}

/** What can be counted changes with the program only. */
export const catalogueQuery = queryOptions({
  queryKey: ['indicators'],
  queryFn: () => take(api.GET('/api/v1/indicators')),
  staleTime: 3_600_000,
})

/** The last report that came up at all: the way on where the chosen year has none. */
export const newestQuery = queryOptions({
  queryKey: ['reports', 'newest'],
  queryFn: async () =>
    (
      await take(
        api.GET('/api/v1/reports', {
          params: { query: { kind: 'ward_flash,ward_final', sort: '-period_to', limit: 1 } },
        }),
      )
    ).items[0] ?? null,
})

/** Passed up and not yet answered; who asks is the upper level, so the server leaves out what stayed below. */
export const passedUpQuery = queryOptions({
  queryKey: ['obstacles', 'passed-up'],
  queryFn: () => take(api.GET('/api/v1/obstacles', { params: { query: { status: 'escalated', limit: 50 } } })),
})

export const figuresFile = ({ year, kind }: CompareFilters, codes: string[]): Promise<Blob> =>
  take(
    api.GET('/api/v1/indicators/values', {
      params: { query: { year, kind, codes: codes.join() } },
      headers: { Accept: 'text/csv' },
      parseAs: 'blob',
    }),
  ) as unknown as Promise<Blob>

export const readReport = (id: string) => take(api.GET('/api/v1/reports/{id}', { params: { path: { id } } }))

const at = (id: string, version: number, key: string) => ({ params: { path: { id } }, ...on(version, key) })

export const acknowledgeReport = (id: string, version: number, key: string) =>
  take(api.POST('/api/v1/reports/{id}/acknowledge', { ...at(id, version, key), body: {} as never }))
export const returnReport = (id: string, version: number, key: string, reason: string) =>
  take(api.POST('/api/v1/reports/{id}/return', { ...at(id, version, key), body: { reason } }))
export const instruct = ({ id, version }: Obstacle, key: string, answer: string) =>
  take(api.POST('/api/v1/obstacles/{id}/answer', { ...at(id, version, key), body: { answer } }))
