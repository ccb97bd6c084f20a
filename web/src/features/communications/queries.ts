import { infiniteQueryOptions, queryOptions, type QueryKey } from '@tanstack/react-query'
import { api, ifMatch, on, take } from '@/api/client'
import type {
  Attachment,
  Campaign,
  CampaignPatch,
  Communication,
  CommunicationPatch,
  NewCampaign,
  NewCommunication,
} from '@/api/types'
import type { CommunicationFilters, CountFilters } from './filters'

export const COMMUNICATION_TOUCHES: QueryKey[] = [['communications'], ['notifications']]

export function communicationsQuery(filters: CommunicationFilters) {
  return infiniteQueryOptions({
    queryKey: ['communications', 'list', filters],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/communications', {
          params: { query: { ...filters, limit: 50, cursor: pageParam || undefined } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: (previous) => previous,
  })
}

export function communicationQuery(id: string) {
  return queryOptions({
    queryKey: ['communications', 'one', id],
    queryFn: () => take(api.GET('/api/v1/communications/{id}', { params: { path: { id } } })),
  })
}

export function reportsQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ['communications', 'reports', id],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/communications/{id}/reports', {
          params: { path: { id }, query: { limit: 20, cursor: pageParam || undefined } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  })
}

export const communicationChoicesQuery = queryOptions({
  queryKey: ['communications', 'choices'],
  queryFn: () => take(api.GET('/api/v1/communications/choices')),
  staleTime: 60_000,
})

export const campaignsQuery = queryOptions({
  queryKey: ['communications', 'campaigns'],
  queryFn: async () =>
    (await take(api.GET('/api/v1/communications/campaigns', { params: { query: { limit: 200 } } }))).items,
})

export function countsQuery(filters: CountFilters) {
  return queryOptions({
    queryKey: ['communications', 'counts', filters],
    queryFn: async () => (await take(api.GET('/api/v1/communications/counts', { params: { query: filters } }))).items,
    placeholderData: (previous) => previous,
  })
}

/** The sections of the plan at hand, as choices. */
export function sectionChoicesQuery(plan: string | undefined) {
  return queryOptions({
    queryKey: ['plans', 'sections', plan],
    queryFn: async () =>
      (await take(api.GET('/api/v1/plans/{id}', { params: { path: { id: plan! } } }))).sections.map((section) => ({
        value: section.id,
        label: `${section.path} ${section.title}`,
      })),
    enabled: Boolean(plan),
    staleTime: 60_000,
  })
}

export const taskChoicesQuery = queryOptions({
  queryKey: ['tasks', 'communication-choices'],
  queryFn: async () =>
    (await take(api.GET('/api/v1/tasks', { params: { query: { limit: 200, sort: 'due_on' } } }))).items.map((task) => ({
      value: task.id,
      label: task.title,
    })),
  staleTime: 60_000,
})

type Row = Pick<Communication, 'id' | 'version'>
const at = (row: Row, key: string) => ({ params: { path: { id: row.id } }, ...on(row.version, key) })

export const createCommunication = (body: NewCommunication, key: string) =>
  take(api.POST('/api/v1/communications', { ...on(null, key), body }))
export const patchCommunication = (row: Row, body: CommunicationPatch) =>
  take(
    api.PATCH('/api/v1/communications/{id}', {
      params: { path: { id: row.id }, header: ifMatch(row.version) },
      body,
    }),
  )
export const approveCommunication = (row: Row, key: string) =>
  take(api.POST('/api/v1/communications/{id}/approve', { ...at(row, key), body: {} }))
export const returnCommunication = (row: Row, key: string, reason: string) =>
  take(api.POST('/api/v1/communications/{id}/return', { ...at(row, key), body: { reason } }))
export const finishCommunication = (row: Row, key: string) =>
  take(api.POST('/api/v1/communications/{id}/finish', { ...at(row, key), body: {} }))
export const cancelCommunication = (row: Row, key: string, reason: string) =>
  take(api.POST('/api/v1/communications/{id}/cancel', { ...at(row, key), body: { reason } }))
export const withdrawReport = (id: string, report: string, key: string) =>
  take(
    api.POST('/api/v1/communications/{id}/reports/{report_id}/withdraw', {
      params: { path: { id, report_id: report } },
      ...on(null, key),
      body: {},
    }),
  )

export const createCampaign = (body: NewCampaign, key: string) =>
  take(api.POST('/api/v1/communications/campaigns', { ...on(null, key), body }))
export const patchCampaign = (row: Pick<Campaign, 'id' | 'version'>, body: CampaignPatch) =>
  take(
    api.PATCH('/api/v1/communications/campaigns/{id}', {
      params: { path: { id: row.id }, header: ifMatch(row.version) },
      body,
    }),
  )

const blob = { parseAs: 'blob' } as const
const csv = { ...blob, headers: { Accept: 'text/csv' } }

/** The list and the counts as files, with the filters of the screen. */
export const files = {
  list: (query: CommunicationFilters, format: 'xlsx' | 'csv') =>
    (format === 'xlsx'
      ? take(api.GET('/api/v1/communications/export.xlsx', { params: { query }, ...blob }))
      : take(api.GET('/api/v1/communications', { params: { query }, ...csv }))) as unknown as Promise<Blob>,
  counts: (query: CountFilters, format: 'xlsx' | 'csv') =>
    (format === 'xlsx'
      ? take(api.GET('/api/v1/communications/counts.xlsx', { params: { query }, ...blob }))
      : take(api.GET('/api/v1/communications/counts', { params: { query }, ...csv }))) as unknown as Promise<Blob>,
  banners: (query: CommunicationFilters) =>
    take(api.GET('/api/v1/communications/banners.docx', { params: { query }, ...blob })) as unknown as Promise<Blob>,
  script: (id: string) =>
    take(
      api.GET('/api/v1/communications/{id}/script.docx', { params: { path: { id } }, ...blob }),
    ) as unknown as Promise<Blob>,
}

export const loadAttachment = (file: Attachment): Promise<Blob> =>
  take(
    api.GET('/api/v1/attachments/{id}', { params: { path: { id: file.id } }, parseAs: 'blob' }),
  ) as unknown as Promise<Blob>
