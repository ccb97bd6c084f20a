import { queryOptions } from '@tanstack/react-query'
import { api, ifMatch, take } from '@/api/client'
import type { EventTerms, ReportTerms } from '@/api/types'

export function wardQuery(id: string) {
  return queryOptions({
    queryKey: ['wards', 'one', id],
    queryFn: () => take(api.GET('/api/v1/wards/{id}', { params: { path: { id } } })),
    enabled: id !== '',
  })
}

export const saveEventTerms = (id: string, version: number, events: EventTerms) =>
  take(
    api.PATCH('/api/v1/wards/{id}', {
      params: { path: { id }, header: ifMatch(version) },
      body: { settings: { events } },
    }),
  )

export const saveReportTerms = (id: string, version: number, reports: ReportTerms) =>
  take(
    api.PATCH('/api/v1/wards/{id}', {
      params: { path: { id }, header: ifMatch(version) },
      body: { settings: { reports } },
    }),
  )

export const saveName = (
  id: string,
  version: number,
  body: { name: string; place: string; settings: { address: string } },
) => take(api.PATCH('/api/v1/wards/{id}', { params: { path: { id }, header: ifMatch(version) }, body }))
