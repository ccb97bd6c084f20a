/** Nothing of a list outlives the screen that shows it: `gcTime` 0, no snapshot, no draft. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, fileBody, ifMatch, on, take } from '@/api/client'
import type { Filter, Mapping } from './preview'

const once = { gcTime: 0, staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false } as const
const of = (id: string) => ({ params: { path: { id } } })
const PAGE = 200

export const readImport = (id: string) => take(api.GET('/api/v1/children/import/{id}', of(id)))
export type ChildImport = Awaited<ReturnType<typeof readImport>>
export type ImportSheet = ChildImport['sheets'][number]
export type Column = ImportSheet['columns'][number]
export type Field = NonNullable<Column['field']>
export type ServerRow = ChildImport['rows'][number]
export type RowState = ServerRow['state']

/** `fresh`: what the upload has just answered; it is not asked for again. */
export function importQuery(id: string, fresh?: ChildImport) {
  return queryOptions({
    queryKey: ['child-imports', 'one', id],
    queryFn: () => readImport(id),
    initialData: fresh?.id === id ? fresh : undefined,
    ...once,
  })
}

const listRows = (id: string, query: { state?: RowState; with_errors?: boolean; sheet?: string; cursor?: string }) =>
  take(api.GET('/api/v1/children/import/{id}/rows', { params: { path: { id }, query: { limit: PAGE, ...query } } }))

/** The API knows "with an error or a warning"; warnings alone are the states that a row with an error cannot be in. */
const MILD = ['new', 'changed', 'duplicate'] as const

export function rowsQuery(id: string, filter: Filter, sheet: string | null) {
  return infiniteQueryOptions({
    queryKey: ['child-imports', 'rows', id, filter, sheet],
    queryFn: ({ pageParam: { part, cursor } }) => {
      const page = { sheet: sheet ?? undefined, cursor: cursor || undefined }
      if (filter === 'all') return listRows(id, page)
      if (filter === 'warning') return listRows(id, { state: MILD[part], with_errors: true, ...page })
      return listRows(id, { state: filter, ...page })
    },
    initialPageParam: { part: 0, cursor: '' },
    getNextPageParam: (last, _, { part }) => {
      if (last.next_cursor) return { part, cursor: last.next_cursor }
      return filter === 'warning' && part < MILD.length - 1 ? { part: part + 1, cursor: '' } : undefined
    },
    ...once,
  })
}

/** How many rows have an error or a warning. */
export function remarkedQuery(id: string) {
  return queryOptions({
    queryKey: ['child-imports', 'remarked', id],
    queryFn: async () => {
      const query = { limit: 1, with_errors: true }
      return (await take(api.GET('/api/v1/children/import/{id}/rows', { params: { path: { id }, query } }))).total
    },
    ...once,
  })
}

export interface RowChanges {
  /** Column (from 0) → what shall stand in it. */
  cells?: Record<string, string>
  neighborhood?: string
  left_out?: boolean
}
export const correctRow = (one: Pick<ChildImport, 'id' | 'version'>, position: number, body: RowChanges) =>
  take(
    api.PATCH('/api/v1/children/import/{id}/rows/{position}', {
      params: { path: { id: one.id, position }, header: ifMatch(one.version) },
      body,
    }),
  )
export type RowChanged = Awaited<ReturnType<typeof correctRow>>

export const importsQuery = infiniteQueryOptions({
  queryKey: ['child-imports', 'list'],
  queryFn: ({ pageParam }) =>
    take(api.GET('/api/v1/children/import', { params: { query: { limit: 50, cursor: pageParam || undefined } } })),
  initialPageParam: '',
  getNextPageParam: (last) => last.next_cursor ?? undefined,
})
export type ImportSummary =
  Awaited<ReturnType<NonNullable<typeof importsQuery.queryFn>>> extends infer P
    ? P extends { items: (infer T)[] }
      ? T
      : never
    : never

/** An undo names the kept by their codes; the names come from the list, which is no look at one child. */
export function nameQuery(code: string) {
  return queryOptions({
    queryKey: ['child-imports', 'name', code],
    queryFn: async () => {
      const found = await take(api.POST('/api/v1/children/search', { body: { q: code, limit: 1 } }))
      return found.items.find((child) => child.code === code)?.full_name ?? null
    },
    ...once,
  })
}

export interface HowToRead {
  mapping: Mapping
  convert: boolean
}

export function readList(file: File, { mapping, convert }: HowToRead) {
  const fields: Record<string, string> = {}
  if (Object.keys(mapping).length > 0) fields.mapping = JSON.stringify(mapping)
  if (convert) fields.convert_legacy = 'true'
  return take(api.POST('/api/v1/children/import', fileBody(file, file.name, fields)))
}

export const readTemplate = () =>
  take(api.GET('/api/v1/children/import/template.xlsx', { parseAs: 'blob' })) as unknown as Promise<Blob>
export const readRejected = (id: string) =>
  take(
    api.GET('/api/v1/children/import/{id}/rejected.xlsx', { ...of(id), parseAs: 'blob' }),
  ) as unknown as Promise<Blob>

export interface CommitBody {
  mode: 'all' | 'good_rows'
  decisions: { sheet: string; row: number; take: 'new' | 'update' | 'skip' }[]
}
export const commitImport = (one: Pick<ChildImport, 'id' | 'version'>, key: string, body: CommitBody) =>
  take(api.POST('/api/v1/children/import/{id}/commit', { ...of(one.id), ...on(one.version, key), body }))
/** The list of imports has no versions; the server refuses an undo that comes twice by itself. */
export const undoImport = (id: string, key: string) =>
  take(api.POST('/api/v1/children/import/{id}/undo', { ...of(id), ...on(null, key) }))
