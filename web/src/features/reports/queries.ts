import { infiniteQueryOptions, queryOptions, type QueryKey } from '@tanstack/react-query'
import { api, ifMatch, on, take } from '@/api/client'
import type { NewReport, Report, ReportChanges, ReportKind, ReportLine } from '@/api/types'
import type { ReportFilters } from './filters'

export const REPORT_TOUCHES: QueryKey[] = [['reports'], ['notifications']]

export function reportsQuery(filters: ReportFilters) {
  return infiniteQueryOptions({
    queryKey: ['reports', 'list', filters],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/reports', { params: { query: { ...filters, limit: 50, cursor: pageParam || undefined } } }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: (previous) => previous,
  })
}

/** The wards below the reader's unit. */
export const wardsQuery = queryOptions({
  queryKey: ['wards', 'below'],
  queryFn: async () => (await take(api.GET('/api/v1/wards'))).items,
  staleTime: 10 * 60_000,
})

export interface DuePeriod {
  plan_id: string
  kind: ReportKind
  day?: string
}

export function dueQuery(period: DuePeriod) {
  return queryOptions({
    queryKey: ['reports', 'due', period],
    queryFn: () => take(api.GET('/api/v1/reports/due', { params: { query: period } })),
    placeholderData: (previous) => previous,
  })
}

export function reportQuery(id: string) {
  return queryOptions({
    queryKey: ['reports', 'one', id],
    queryFn: () => take(api.GET('/api/v1/reports/{id}', { params: { path: { id } } })) as Promise<Report>,
    // A report is a paper of one's own: it does not stay in memory, and is not taken from under a pen.
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

export const catalogueQuery = queryOptions({
  queryKey: ['indicators'],
  queryFn: () => take(api.GET('/api/v1/indicators')),
  staleTime: 60 * 60_000,
})

export function rowsQuery(id: string, code: string, part: string | null, version: number) {
  return infiniteQueryOptions({
    queryKey: ['reports', 'rows', id, code, part, version],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/reports/{id}/indicators/{code}/rows', {
          params: {
            path: { id, code },
            query: { part: part ?? undefined, limit: 50, cursor: pageParam || undefined },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    gcTime: 0,
    // Every look is written down: none is made without need.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
  })
}

export function revisionsQuery(id: string) {
  return queryOptions({
    queryKey: ['reports', 'revisions', id],
    queryFn: async () => (await take(api.GET('/api/v1/reports/{id}/revisions', { params: { path: { id } } }))).items,
  })
}

const atRevision = (id: string, revision: number) => ({ params: { path: { id, revision } } })

export function revisionQuery(id: string, revision: number) {
  return queryOptions({
    queryKey: ['reports', 'revision', id, revision],
    queryFn: () => take(api.GET('/api/v1/reports/{id}/revisions/{revision}', atRevision(id, revision))),
    gcTime: 0,
  })
}

export function differenceQuery(id: string, revision: number) {
  return queryOptions({
    queryKey: ['reports', 'difference', id, revision],
    queryFn: () => take(api.GET('/api/v1/reports/{id}/revisions/{revision}/difference', atRevision(id, revision))),
    enabled: revision > 1,
    gcTime: 0,
  })
}

type Row = Pick<ReportLine, 'id' | 'version'>
const at = (row: Row, key: string) => ({ params: { path: { id: row.id } }, ...on(row.version, key) })

export const createReport = (body: NewReport, key: string) =>
  take(api.POST('/api/v1/reports', { ...on(null, key), body }))
export const patchReport = (row: Row, body: ReportChanges) =>
  take(
    api.PATCH('/api/v1/reports/{id}', { params: { path: { id: row.id }, header: ifMatch(row.version) }, body }),
  ) as Promise<Report>
export const remindUnits = (period: DuePeriod, units: string[], key: string) =>
  take(api.POST('/api/v1/reports/remind', { ...on(null, key), body: { ...period, unit_ids: units } }))

export const submitReport = (row: Row, key: string) =>
  take(api.POST('/api/v1/reports/{id}/submit', { ...at(row, key), body: { note: '' } }))
export const approveReport = (row: Row, key: string) =>
  take(api.POST('/api/v1/reports/{id}/approve', { ...at(row, key), body: { note: '' } }))
export const returnReport = (row: Row, key: string, reason: string) =>
  take(api.POST('/api/v1/reports/{id}/return', { ...at(row, key), body: { reason } }))
export const sendReport = (row: Row, key: string, body: { number: number | null; issued_on: string | null }) =>
  take(api.POST('/api/v1/reports/{id}/send', { ...at(row, key), body }))
export const acknowledgeReport = (row: Row, key: string) =>
  take(api.POST('/api/v1/reports/{id}/acknowledge', { ...at(row, key), body: { note: '' } }))
export const reviseReport = (row: Row, key: string, reason: string) =>
  take(api.POST('/api/v1/reports/{id}/revise', { ...at(row, key), body: { reason } }))

export type Paper = 'document.docx' | 'document.pdf' | 'appendix.xlsx'

export const loadPaper = (id: string, paper: Paper): Promise<Blob> =>
  take(api.GET(`/api/v1/reports/{id}/${paper}` as const, { params: { path: { id } }, parseAs: 'blob' }))
