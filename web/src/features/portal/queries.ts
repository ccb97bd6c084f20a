import { queryOptions, type QueryKey } from '@tanstack/react-query'
import { api, ifMatch, on, take } from '@/api/client'
import type { NewPublicNote, PublicNote, PublicNotePatch } from '@/api/types'

export const NOTE_TOUCHES: QueryKey[] = [['public-notes']]

export const notesQuery = queryOptions({
  queryKey: ['public-notes'],
  queryFn: async () => (await take(api.GET('/api/v1/portal/notes'))).items,
})

type Row = Pick<PublicNote, 'id' | 'version'>
const at = (row: Row, key: string) => ({ params: { path: { id: row.id } }, ...on(row.version, key) })

export const createNote = (body: NewPublicNote, key: string) =>
  take(api.POST('/api/v1/portal/notes', { ...on(null, key), body }))
export const patchNote = (row: Row, body: PublicNotePatch) =>
  take(api.PATCH('/api/v1/portal/notes/{id}', { params: { path: { id: row.id }, header: ifMatch(row.version) }, body }))
export const showNote = (row: Row, key: string) => take(api.POST('/api/v1/portal/notes/{id}/show', at(row, key)))
export const hideNote = (row: Row, key: string) => take(api.POST('/api/v1/portal/notes/{id}/hide', at(row, key)))
export const addStarters = (key: string) => take(api.POST('/api/v1/portal/notes/starters', on(null, key)))
