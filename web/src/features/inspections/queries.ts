import { infiniteQueryOptions, queryOptions, type QueryKey } from '@tanstack/react-query'
import { api, fileBody, ifMatch, on, take } from '@/api/client'
import type {
  Attachment,
  Inspection,
  InspectionPatch,
  InspectionQuery,
  NewInspection,
  NewRecommendation,
  Recommendation,
  RecommendationQuery,
  VisitPatch,
} from '@/api/types'

export const INSPECTION_TOUCHES: QueryKey[] = [['inspections'], ['recommendations'], ['notifications'], ['dashboard']]

export type InspectionFilters = Omit<InspectionQuery, 'limit' | 'cursor' | 'sort'>
export type RecommendationFilters = Omit<RecommendationQuery, 'limit' | 'cursor' | 'sort'>

export function inspectionsQuery(filters: InspectionFilters) {
  return infiniteQueryOptions({
    queryKey: ['inspections', 'list', filters],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/inspections', {
          params: { query: { ...filters, limit: 50, cursor: pageParam || undefined } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: (previous) => previous,
  })
}

export function inspectionQuery(id: string) {
  return queryOptions({
    queryKey: ['inspections', 'one', id],
    queryFn: () => take(api.GET('/api/v1/inspections/{id}', { params: { path: { id } } })),
  })
}

export const inspectionChoicesQuery = queryOptions({
  queryKey: ['inspections', 'choices'],
  queryFn: () => take(api.GET('/api/v1/inspections/choices')),
  staleTime: 60_000,
})

export function recommendationsQuery(filters: RecommendationFilters) {
  return infiniteQueryOptions({
    queryKey: ['recommendations', 'list', filters],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/recommendations', {
          params: { query: { ...filters, limit: 50, cursor: pageParam || undefined } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: (previous) => previous,
  })
}

/** All of one inspection. */
export function recommendationsOfQuery(inspection: string) {
  return queryOptions({
    queryKey: ['recommendations', 'of', inspection],
    queryFn: async () =>
      (await take(api.GET('/api/v1/recommendations', { params: { query: { inspection_id: inspection, limit: 200 } } })))
        .items,
  })
}

export function recommendationQuery(id: string) {
  return queryOptions({
    queryKey: ['recommendations', 'one', id],
    queryFn: () => take(api.GET('/api/v1/recommendations/{id}', { params: { path: { id } } })),
  })
}

type Row = Pick<Inspection, 'id' | 'version'>
const at = (row: Row, key: string) => ({ params: { path: { id: row.id } }, ...on(row.version, key) })

export const createInspection = (body: NewInspection, key: string) =>
  take(api.POST('/api/v1/inspections', { ...on(null, key), body }))
export const patchInspection = (row: Row, body: InspectionPatch) =>
  take(api.PATCH('/api/v1/inspections/{id}', { params: { path: { id: row.id }, header: ifMatch(row.version) }, body }))
export const patchVisit = (inspection: string, row: Row, body: VisitPatch) =>
  take(
    api.PATCH('/api/v1/inspections/{id}/visits/{visit_id}', {
      params: { path: { id: inspection, visit_id: row.id }, header: ifMatch(row.version) },
      body,
    }),
  )
export const finishInspection = (row: Row, key: string, conclusion: string) =>
  take(api.POST('/api/v1/inspections/{id}/finish', { ...at(row, key), body: { conclusion } }))
export const cancelInspection = (row: Row, key: string, reason: string) =>
  take(api.POST('/api/v1/inspections/{id}/cancel', { ...at(row, key), body: { reason } }))

export const createRecommendation = (inspection: string, body: NewRecommendation, key: string) =>
  take(
    api.POST('/api/v1/inspections/{id}/recommendations', {
      params: { path: { id: inspection } },
      ...on(null, key),
      body,
    }),
  )
type Asked = Pick<Recommendation, 'id' | 'version'>
export const patchRecommendation = (row: Asked, body: { text: string; due_on: string }) =>
  take(
    api.PATCH('/api/v1/recommendations/{id}', {
      params: { path: { id: row.id }, header: ifMatch(row.version) },
      body,
    }),
  )
export const fixRecommendation = (row: Asked, key: string, body: { note: string; attachment_ids: string[] }) =>
  take(api.POST('/api/v1/recommendations/{id}/fix', { ...at(row, key), body }))
export const verifyRecommendation = (row: Asked, key: string) =>
  take(api.POST('/api/v1/recommendations/{id}/verify', { ...at(row, key), body: {} }))
export const returnRecommendation = (row: Asked, key: string, reason: string) =>
  take(api.POST('/api/v1/recommendations/{id}/return', { ...at(row, key), body: { reason } }))
export const withdrawRecommendation = (row: Asked, key: string, reason: string) =>
  take(api.POST('/api/v1/recommendations/{id}/withdraw', { ...at(row, key), body: { reason } }))
export const remindRecommendation = (row: Asked, key: string) =>
  take(api.POST('/api/v1/recommendations/{id}/remind', { ...at(row, key), body: {} }))

/** Each file under a key of its own, so that a repeated send stores it once. */
export async function uploadFiles(files: File[], key: string): Promise<string[]> {
  const ids: string[] = []
  for (const [index, file] of files.entries()) {
    const body = { ...fileBody(file, file.name), ...on(null, `${key}-f${index}`) }
    ids.push((await take(api.POST('/api/v1/attachments', body))).id)
  }
  return ids
}

const blob = { parseAs: 'blob' } as const

export const files = {
  inspections: (query: InspectionFilters) =>
    take(api.GET('/api/v1/inspections/export.xlsx', { params: { query }, ...blob })) as unknown as Promise<Blob>,
  recommendations: (query: RecommendationFilters) =>
    take(api.GET('/api/v1/recommendations/export.xlsx', { params: { query }, ...blob })) as unknown as Promise<Blob>,
  minutes: (id: string, visit: string) =>
    take(
      api.GET('/api/v1/inspections/{id}/visits/{visit_id}/minutes.docx', {
        params: { path: { id, visit_id: visit } },
        ...blob,
      }),
    ) as unknown as Promise<Blob>,
  plan: (id: string) =>
    take(
      api.GET('/api/v1/inspections/{id}/schedule.docx', { params: { path: { id } }, ...blob }),
    ) as unknown as Promise<Blob>,
}

export const loadAttachment = (file: Attachment): Promise<Blob> =>
  take(
    api.GET('/api/v1/attachments/{id}', { params: { path: { id: file.id } }, parseAs: 'blob' }),
  ) as unknown as Promise<Blob>
