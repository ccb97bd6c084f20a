/**
 * Nothing of a child outlives the screen that shows it: `gcTime` 0, no snapshot, no draft, no outbox. Every reading of
 * one child is written down by the server, so a child is read once for a visit and not again for a glance at the tab.
 */
import { infiniteQueryOptions, queryOptions, type QueryKey } from '@tanstack/react-query'
import { api, fileBody, ifMatch, on, take } from '@/api/client'
import type {
  Attachment,
  Child,
  ChildCreate,
  ChildDeath,
  ChildFilters,
  ChildMerge,
  ChildMove,
  ChildMoveOut,
  ChildPatch,
  ChildReturn,
  CircumstanceCreate,
  SupportCreate,
  UnitRef,
} from '@/api/types'

export const CHILD_TOUCHES: QueryKey[] = [['children']]
const PAGE = 100
const once = { gcTime: 0, staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false } as const

export type ListQuery = Omit<ChildFilters, 'q' | 'limit' | 'cursor'>

/** GET takes what may stand in an address; a body carries the same with the words. */
const asParams = (query: ListQuery) => query as NonNullable<Parameters<typeof listed>[0]>
const listed = (query: { limit?: number; cursor?: string }) => take(api.GET('/api/v1/children', { params: { query } }))

export function childrenQuery(query: ListQuery, words: string) {
  return infiniteQueryOptions({
    queryKey: ['children', 'list', query, words],
    queryFn: ({ pageParam }) => {
      const page = { limit: PAGE, cursor: pageParam || undefined }
      return words
        ? take(api.POST('/api/v1/children/search', { body: { ...query, ...page, q: words } }))
        : listed({ ...asParams(query), ...page })
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: (previous) => previous,
    gcTime: 0,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  })
}

export const findChildren = async (words: string): Promise<Child[]> =>
  (await take(api.POST('/api/v1/children/search', { body: { q: words, limit: 20 } }))).items

export function childQuery(id: string) {
  return queryOptions({
    queryKey: ['children', 'one', id],
    queryFn: () => take(api.GET('/api/v1/children/{id}', { params: { path: { id } } })),
    ...once,
  })
}

const of = (id: string) => ({ params: { path: { id } } })

/** Those that ended or begin later too. */
export function circumstancesQuery(id: string) {
  return queryOptions({
    queryKey: ['children', 'circumstances', id],
    queryFn: async () => (await take(api.GET('/api/v1/children/{id}/circumstances', of(id)))).items,
    gcTime: 0,
  })
}
export function supportsQuery(id: string) {
  return queryOptions({
    queryKey: ['children', 'supports', id],
    queryFn: async () => (await take(api.GET('/api/v1/children/{id}/supports', of(id)))).items,
    gcTime: 0,
  })
}
export function historyQuery(id: string) {
  return queryOptions({
    queryKey: ['children', 'history', id],
    queryFn: async () => (await take(api.GET('/api/v1/children/{id}/history', of(id)))).items,
    gcTime: 0,
  })
}
export function looksQuery(id: string) {
  return queryOptions({
    queryKey: ['children', 'looks', id],
    queryFn: async () => (await take(api.GET('/api/v1/children/{id}/views', of(id)))).items,
    gcTime: 0,
  })
}
export const duplicatesQuery = queryOptions({
  queryKey: ['children', 'duplicates'],
  queryFn: () => take(api.GET('/api/v1/children/duplicates')),
  gcTime: 0,
})
export const mergesQuery = queryOptions({
  queryKey: ['children', 'merges'],
  queryFn: async () => (await take(api.GET('/api/v1/children/merges'))).items,
  gcTime: 0,
})

/** The law's words; not about anybody. */
export const catalogueQuery = queryOptions({
  queryKey: ['child-catalogue'],
  queryFn: async () => (await take(api.GET('/api/v1/children/catalogue'))).items,
  staleTime: 10 * 60_000,
})

/** The units of those who may not read the list of units: as far as their children name them. Units only, no child. */
export const metUnitsQuery = queryOptions({
  queryKey: ['child-places'],
  queryFn: async () => {
    const units = new Map<string, UnitRef>()
    for (const child of (await listed({ limit: 200 })).items) {
      for (const unit of [child.neighborhood, child.school]) if (unit) units.set(unit.id, unit)
    }
    return [...units.values()]
  },
  staleTime: 5 * 60_000,
})

export const exportChildren = (query: ListQuery, words: string): Promise<Blob> =>
  (words
    ? take(api.POST('/api/v1/children/export.xlsx', { body: { ...query, q: words }, parseAs: 'blob' }))
    : take(
        api.GET('/api/v1/children/export.xlsx', { params: { query: asParams(query) }, parseAs: 'blob' }),
      )) as unknown as Promise<Blob>

export const createChild = (body: ChildCreate, key: string) =>
  take(api.POST('/api/v1/children', { ...on(null, key), body }))
export const patchChild = (id: string, version: number, body: ChildPatch) =>
  take(api.PATCH('/api/v1/children/{id}', { params: { path: { id }, header: ifMatch(version) }, body }))

type Row = Pick<Child, 'id' | 'version'>
const at = (child: Row, key: string) => ({ ...of(child.id), ...on(child.version, key) })

export const moveChild = (child: Row, key: string, body: ChildMove) =>
  take(api.POST('/api/v1/children/{id}/move', { ...at(child, key), body }))
export const moveChildOut = (child: Row, key: string, body: ChildMoveOut) =>
  take(api.POST('/api/v1/children/{id}/move-out', { ...at(child, key), body }))
export const childReturns = (child: Row, key: string, body: ChildReturn) =>
  take(api.POST('/api/v1/children/{id}/return', { ...at(child, key), body }))
export const childDied = (child: Row, key: string, body: ChildDeath) =>
  take(api.POST('/api/v1/children/{id}/died', { ...at(child, key), body }))
export const mergeChild = (child: Row, key: string, body: ChildMerge) =>
  take(api.POST('/api/v1/children/{id}/merge', { ...at(child, key), body }))
export const undoMerge = (id: string, key: string) =>
  take(api.POST('/api/v1/children/merges/{id}/undo', { ...of(id), ...on(null, key) }))
export const keepApart = (first_id: string, second_id: string, key: string) =>
  take(api.POST('/api/v1/children/duplicates/keep-apart', { ...on(null, key), body: { first_id, second_id } }))

export const addCircumstance = (id: string, key: string, body: CircumstanceCreate) =>
  take(api.POST('/api/v1/children/{id}/circumstances', { ...of(id), ...on(null, key), body }))
const entry = (id: string, circumstance_id: string, key: string) => ({
  params: { path: { id, circumstance_id } },
  ...on(null, key),
})
export const endCircumstance = (id: string, one: string, key: string, body: { to_date: string; note?: string }) =>
  take(api.POST('/api/v1/children/{id}/circumstances/{circumstance_id}/end', { ...entry(id, one, key), body }))
export const cancelCircumstance = (id: string, one: string, key: string, reason: string) =>
  take(
    api.POST('/api/v1/children/{id}/circumstances/{circumstance_id}/cancel', {
      ...entry(id, one, key),
      body: { reason },
    }),
  )
/** Straight to the server: a paper about a child waits in no outbox. A repeated send finds what it sent before. */
export async function uploadPapers(files: File[], key: string): Promise<string[]> {
  const ids: string[] = []
  for (const [index, file] of files.entries()) {
    const body = { ...fileBody(file, file.name), ...on(null, `${key}-f${index}`) }
    ids.push((await take(api.POST('/api/v1/attachments', body))).id)
  }
  return ids
}
export const addPapers = (id: string, one: string, key: string, attachment_ids: string[]) =>
  take(
    api.POST('/api/v1/children/{id}/circumstances/{circumstance_id}/files', {
      ...entry(id, one, key),
      body: { attachment_ids },
    }),
  )
const paper = (id: string, circumstance_id: string, file: Attachment) => ({
  params: { path: { id, circumstance_id, file_id: file.id } },
})
/** Every call is a look in the child's log. */
export const loadPaper = (id: string, one: string, file: Attachment): Promise<Blob> =>
  take(
    api.GET('/api/v1/children/{id}/circumstances/{circumstance_id}/files/{file_id}', {
      ...paper(id, one, file),
      parseAs: 'blob',
    }),
  ) as unknown as Promise<Blob>
export const removePaper = (id: string, one: string, file: Attachment) =>
  take(api.DELETE('/api/v1/children/{id}/circumstances/{circumstance_id}/files/{file_id}', paper(id, one, file)))
export const addSupport = (id: string, key: string, body: SupportCreate) =>
  take(api.POST('/api/v1/children/{id}/supports', { ...of(id), ...on(null, key), body }))
export const cancelSupport = (id: string, support_id: string, key: string, reason: string) =>
  take(
    api.POST('/api/v1/children/{id}/supports/{support_id}/cancel', {
      params: { path: { id, support_id } },
      ...on(null, key),
      body: { reason },
    }),
  )
