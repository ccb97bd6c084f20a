import { queryOptions, type QueryKey } from '@tanstack/react-query'
import { api, fileBody, ifMatch, on, take } from '@/api/client'
import type { Attachment, Event, EventCreate, EventDraft, EventPatch, EventReport } from '@/api/types'
import type { EventQuery } from './filters'

/** What a change of an event makes old. */
export const EVENT_TOUCHES: QueryKey[] = [['events'], ['dashboard'], ['notifications']]

const PAGE = 200
const PAGES = 5

/** All events of a range: a month has few, so they come whole; more than a thousand ask for a filter. */
async function loadAll(query: EventQuery): Promise<{ items: Event[]; total: number }> {
  const items: Event[] = []
  let cursor: string | undefined
  for (let page = 0; page < PAGES; page += 1) {
    const answer = await take(api.GET('/api/v1/events', { params: { query: { ...query, limit: PAGE, cursor } } }))
    items.push(...answer.items)
    cursor = answer.next_cursor ?? undefined
    if (!cursor) return { items, total: answer.total }
  }
  return { items, total: items.length + 1 }
}

export function eventsQuery(query: EventQuery) {
  return queryOptions({
    queryKey: ['events', 'list', query],
    queryFn: () => loadAll(query),
    placeholderData: (previous) => previous,
  })
}

export function eventQuery(id: string) {
  return queryOptions({
    queryKey: ['events', 'one', id],
    queryFn: () => take(api.GET('/api/v1/events/{id}', { params: { path: { id } } })),
  })
}

export function seriesQuery(seriesId: string | null | undefined) {
  return queryOptions({
    queryKey: ['events', 'series', seriesId],
    queryFn: () => take(api.GET('/api/v1/events', { params: { query: { series_id: seriesId!, limit: 100 } } })),
    enabled: Boolean(seriesId),
  })
}

/** The units that lead, join or host: whoever plans may choose them, who may not read the list of units. */
export const eventUnitsQuery = queryOptions({
  queryKey: ['units', 'of-events'],
  queryFn: async () => (await take(api.GET('/api/v1/events/units'))).items,
  staleTime: 5 * 60_000,
})

export function checkQuery(draft: EventDraft | null) {
  return queryOptions({
    queryKey: ['events', 'check', draft],
    queryFn: () => take(api.POST('/api/v1/events/check', { body: draft! })),
    enabled: draft !== null,
    placeholderData: (previous) => previous,
    retry: false,
    gcTime: 60_000,
  })
}

/** The tasks that an event can belong to: still open. */
export const openTasksQuery = queryOptions({
  queryKey: ['tasks', 'for-events'],
  queryFn: async () =>
    (
      await take(
        api.GET('/api/v1/tasks', {
          params: { query: { status: 'assigned,in_progress,returned,submitted', limit: 200, sort: 'due_on' } },
        }),
      )
    ).items,
  staleTime: 60_000,
})

export function oneTaskQuery(id: string | null) {
  return queryOptions({
    queryKey: ['tasks', 'for-event', id],
    queryFn: () => take(api.GET('/api/v1/tasks/{id}', { params: { path: { id: id! } } })),
    enabled: id !== null,
    staleTime: 60_000,
  })
}

/** Sections of the plan that is carried out. */
export const sectionsQuery = queryOptions({
  queryKey: ['plans', 'sections-of-current'],
  queryFn: async () => {
    const { items } = await take(api.GET('/api/v1/plans', { params: { query: { status: 'published', limit: 1 } } }))
    const plan = items[0]
    if (!plan) return { plan_id: null, sections: [] }
    const { sections } = await take(api.GET('/api/v1/plans/{id}', { params: { path: { id: plan.id } } }))
    return { plan_id: plan.id, sections }
  },
  staleTime: 5 * 60_000,
})

export const feedQuery = queryOptions({
  queryKey: ['events', 'feed'],
  queryFn: () => take(api.GET('/api/v1/me/calendar-feed')),
})
export const makeFeed = (onlyOwn: boolean) =>
  take(api.POST('/api/v1/me/calendar-feed', { body: { only_own: onlyOwn } }))
export const endFeed = () => take(api.DELETE('/api/v1/me/calendar-feed'))

type Row = Pick<Event, 'id' | 'version'>
const at = (row: Row, key: string) => ({ params: { path: { id: row.id } }, ...on(row.version, key) })

export const createEvent = (body: EventCreate, key: string) =>
  take(api.POST('/api/v1/events', { ...on(null, key), body }))
export const patchEvent = (row: Row, body: EventPatch) =>
  take(api.PATCH('/api/v1/events/{id}', { params: { path: { id: row.id }, header: ifMatch(row.version) }, body }))
export const proposeEvent = (row: Row, key: string, following: boolean) =>
  take(api.POST('/api/v1/events/{id}/propose', { ...at(row, key), body: { following } }))
export const approveEvent = (row: Row, key: string, following: boolean) =>
  take(api.POST('/api/v1/events/{id}/approve', { ...at(row, key), body: { following } }))
export const returnEvent = (row: Row, key: string, following: boolean, reason: string) =>
  take(api.POST('/api/v1/events/{id}/return', { ...at(row, key), body: { following, reason } }))
export const cancelEvent = (row: Row, key: string, following: boolean, reason: string) =>
  take(api.POST('/api/v1/events/{id}/cancel', { ...at(row, key), body: { following, reason } }))
export const holdEvent = (row: Row, key: string, body: { actual_children: number; actual_adults: number }) =>
  take(api.POST('/api/v1/events/{id}/hold', { ...at(row, key), body }))
export const reportEvent = (row: Row, key: string, body: EventReport) =>
  take(api.POST('/api/v1/events/{id}/report', { ...at(row, key), body }))

/** Each file under a key of its own, so that a repeated send stores it once. */
export async function uploadFiles(files: File[], key: string): Promise<string[]> {
  const ids: string[] = []
  for (const [index, file] of files.entries()) {
    const saved = await take(
      api.POST('/api/v1/attachments', { ...fileBody(file, file.name), ...on(null, `${key}-f${index}`) }),
    )
    ids.push(saved.id)
  }
  return ids
}

export const loadAttachment = (file: Attachment): Promise<Blob> =>
  take(
    api.GET('/api/v1/attachments/{id}', { params: { path: { id: file.id } }, parseAs: 'blob' }),
  ) as unknown as Promise<Blob>

/** A file download goes with the person's token, therefore not by a plain link. */
export const exportEvents = (query: EventQuery): Promise<Blob> =>
  take(api.GET('/api/v1/events/export.xlsx', { params: { query }, parseAs: 'blob' })) as unknown as Promise<Blob>
