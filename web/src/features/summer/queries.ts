import { queryOptions, type QueryKey } from '@tanstack/react-query'
import { api, ifMatch, on, take } from '@/api/client'
import type {
  Handover,
  HandoverChildPatch,
  HandoverPatch,
  NewSummerGroup,
  NewSummerOpinion,
  NewSummerSession,
  Roster,
  RosterLine,
  SummerGroup,
  SummerSession,
} from '@/api/types'
import { isOffline } from '@/lib/problem'
import { rosterKey } from '@/offline/attendance'
import { keepSnapshot, patchSnapshot, readSnapshot } from '@/offline/db'
import { isSharedMachine, withSnapshot, type Kept } from '@/offline/snapshot'

export const SUMMER_TOUCHES: QueryKey[] = [['summer'], ['dashboard'], ['notifications']]

export interface HandoverFilters {
  year: number
  school_id?: string
  neighborhood_id?: string
  status?: string
}

/** A ward has some dozens a year: all of them at once, so that the matrix is whole. */
export function handoversQuery(filters: HandoverFilters) {
  return queryOptions({
    queryKey: ['summer', 'handovers', filters],
    queryFn: async () => {
      const items: Handover[] = []
      let cursor: string | undefined
      do {
        const page = await take(
          api.GET('/api/v1/summer/handovers', { params: { query: { ...filters, limit: 200, cursor } } }),
        )
        items.push(...page.items)
        cursor = page.next_cursor ?? undefined
      } while (cursor)
      return items
    },
    placeholderData: (previous) => previous,
  })
}

export function handoverQuery(id: string) {
  return queryOptions({
    queryKey: ['summer', 'handover', id],
    queryFn: () => take(api.GET('/api/v1/summer/handovers/{id}', { params: { path: { id } } })),
    gcTime: 0,
  })
}

export function groupsQuery(year: number, neighborhood_id?: string) {
  return queryOptions({
    queryKey: ['summer', 'groups', year, neighborhood_id],
    queryFn: async () =>
      (await take(api.GET('/api/v1/summer/groups', { params: { query: { year, neighborhood_id, limit: 200 } } })))
        .items,
  })
}

export function groupQuery(id: string) {
  return queryOptions({
    queryKey: ['summer', 'group', id],
    queryFn: () => take(api.GET('/api/v1/summer/groups/{id}', { params: { path: { id } } })),
    gcTime: 0,
  })
}

export interface SessionFilters {
  group_id?: string
  neighborhood_id?: string
  /** Of a whole neighborhood, of no single group. */
  whole?: boolean
  year?: number
  from?: string
  to?: string
  cancelled?: boolean
  sort?: string
}

const loadSessions = async (query: SessionFilters) =>
  (await take(api.GET('/api/v1/summer/sessions', { params: { query: { ...query, limit: 100 } } }))).items

export function sessionsQuery(query: SessionFilters) {
  return queryOptions({ queryKey: ['summer', 'sessions', query], queryFn: () => loadSessions(query) })
}

/** A group's own sessions with those of its whole neighborhood. */
export function groupSessionsQuery({
  id,
  year,
  neighborhood_id,
}: Pick<SummerGroup, 'id' | 'year' | 'neighborhood_id'>) {
  return queryOptions({
    queryKey: ['summer', 'sessions', 'group', id],
    queryFn: async () => {
      const every = { cancelled: true, sort: 'on_date' }
      const own = loadSessions({ group_id: id, ...every })
      const whole = loadSessions({ year, neighborhood_id, whole: true, ...every })
      return [...(await own), ...(await whole)].sort((a, b) => a.on_date.localeCompare(b.on_date))
    },
  })
}

/** Whom a session of a whole neighborhood would expect. */
export function reachQuery(year: number, neighborhood_id: string | undefined) {
  return queryOptions({
    queryKey: ['summer', 'reach', year, neighborhood_id],
    queryFn: () => take(api.GET('/api/v1/summer/reach', { params: { query: { year, neighborhood_id } } })),
  })
}

/** From a week ago on: what was held may still want its marks. A session names no child. */
export function mySessionsQuery(from: string, userId: string) {
  return queryOptions({
    queryKey: ['summer', 'sessions', 'mine', from],
    queryFn: () => withSnapshot<SummerSession[]>('sessions', userId, () => loadSessions({ from, sort: 'on_date' })),
  })
}

/** Only what 6-web.md 8.1 lets a device keep: name, year of birth, khu phố, and the marks themselves. */
function lineForDevice(line: RosterLine): RosterLine {
  const { child_id, full_name, birth_year, neighborhood, state, marked_at, default_state, walk_in } = line
  return {
    child_id,
    full_name,
    birth_year,
    neighborhood,
    state,
    marked_at,
    default_state,
    walk_in,
    note: '',
    medical_warning: '',
    opinion_note: '',
    conflicts: [],
  }
}

export const forDevice = (roster: Roster): Roster => ({ ...roster, items: roster.items.map(lineForDevice) })

export function rosterQuery(session: string, userId: string, today: string) {
  const key = rosterKey(userId, session)
  return queryOptions({
    queryKey: ['summer', 'roster', session],
    queryFn: async (): Promise<Kept<Roster>> => {
      try {
        const value = await take(api.GET('/api/v1/summer/attendance', { params: { query: { session_id: session } } }))
        if (value.on_date === today && !isSharedMachine()) await keepSnapshot(key, userId, forDevice(value))
        return { value, keptAt: null }
      } catch (error) {
        if (!isOffline(error) || isSharedMachine()) throw error
        const kept = await readSnapshot<Roster>(key, userId)
        if (!kept) throw error
        return { value: kept.value, keptAt: kept.at }
      }
    },
  })
}

/** Somebody who just came along stays on the kept roster too. */
export const keepWalkIn = (session: string, userId: string, line: RosterLine) =>
  patchSnapshot<Roster>(rosterKey(userId, session), userId, (roster) => ({
    ...roster,
    items: [...roster.items.filter((one) => one.child_id !== line.child_id), lineForDevice(line)],
  }))

export function leavesQuery(neighborhood_id: string) {
  return queryOptions({
    queryKey: ['summer', 'leaves', neighborhood_id],
    queryFn: async () =>
      (await take(api.GET('/api/v1/summer/leaves', { params: { query: { neighborhood_id, limit: 100 } } }))).items,
    gcTime: 0,
  })
}

interface Row {
  id: string
  version: number
}
const at = (row: Row, key: string) => ({ params: { path: { id: row.id } }, ...on(row.version, key) })

export const prepareHandovers = (year: number, school_id: string | undefined, key: string) =>
  take(api.POST('/api/v1/summer/handovers', { ...on(null, key), body: { year, school_id } }))
export const patchHandover = (row: Row, body: HandoverPatch) =>
  take(
    api.PATCH('/api/v1/summer/handovers/{id}', {
      params: { path: { id: row.id }, header: ifMatch(row.version) },
      body,
    }),
  )
export const handOver = (row: Row, key: string, position?: string) =>
  take(api.POST('/api/v1/summer/handovers/{id}/hand-over', { ...at(row, key), body: { position } }))
export const receive = (row: Row, key: string, position?: string) =>
  take(api.POST('/api/v1/summer/handovers/{id}/receive', { ...at(row, key), body: { position } }))
export const reopen = (row: Row, key: string, reason: string) =>
  take(api.POST('/api/v1/summer/handovers/{id}/reopen', { ...at(row, key), body: { reason } }))
export const giveBack = (row: Row, key: string) =>
  take(api.POST('/api/v1/summer/handovers/{id}/return', { ...at(row, key), body: { children: [] } }))
export const addChildren = (row: Row, key: string, child_ids: string[]) =>
  take(api.POST('/api/v1/summer/handovers/{id}/children', { ...at(row, key), body: { child_ids } }))
export const removeChild = (row: Row, child_id: string) =>
  take(
    api.DELETE('/api/v1/summer/handovers/{id}/children/{child_id}', {
      params: { path: { id: row.id, child_id } },
      ...on(row.version),
    }),
  )
export const patchChild = (id: string, child: { child_id: string; version: number }, body: HandoverChildPatch) =>
  take(
    api.PATCH('/api/v1/summer/handovers/{id}/children/{child_id}', {
      params: { path: { id, child_id: child.child_id }, header: ifMatch(child.version) },
      body,
    }),
  )

const blob = <T>(answer: Promise<T>) => answer as unknown as Promise<Blob>
/** Downloads go with the person's token, therefore not by plain links. */
export const papers = {
  minutes: (id: string) =>
    blob(take(api.GET('/api/v1/summer/handovers/{id}/minutes.docx', { params: { path: { id } }, parseAs: 'blob' }))),
  cards: (id: string) =>
    blob(take(api.GET('/api/v1/summer/handovers/{id}/cards.docx', { params: { path: { id } }, parseAs: 'blob' }))),
  list: (id: string) =>
    blob(take(api.GET('/api/v1/summer/handovers/{id}/list.xlsx', { params: { path: { id } }, parseAs: 'blob' }))),
}

export const createGroup = (body: NewSummerGroup, key: string) =>
  take(api.POST('/api/v1/summer/groups', { ...on(null, key), body }))
export const patchGroup = (row: Row, body: Partial<Pick<NewSummerGroup, 'name' | 'leaders' | 'note'>>) =>
  take(
    api.PATCH('/api/v1/summer/groups/{id}', { params: { path: { id: row.id }, header: ifMatch(row.version) }, body }),
  )
export const cancelGroup = (row: Row, key: string, reason: string) =>
  take(api.POST('/api/v1/summer/groups/{id}/cancel', { ...at(row, key), body: { reason } }))
export const addMembers = (row: Row, key: string, body: { child_ids?: string[]; from_handovers?: boolean }) =>
  take(api.POST('/api/v1/summer/groups/{id}/members', { ...at(row, key), body }))
export const removeMember = (row: Row, child_id: string) =>
  take(
    api.DELETE('/api/v1/summer/groups/{id}/members/{child_id}', {
      params: { path: { id: row.id, child_id } },
      ...on(row.version),
    }),
  )
export const createSession = (body: NewSummerSession, key: string) =>
  take(api.POST('/api/v1/summer/sessions', { ...on(null, key), body }))
export const patchSession = (row: Row, body: Omit<NewSummerSession, 'group_id' | 'neighborhood_id'>) =>
  take(
    api.PATCH('/api/v1/summer/sessions/{id}', { params: { path: { id: row.id }, header: ifMatch(row.version) }, body }),
  )
export const cancelSession = (row: Row, key: string, reason: string) =>
  take(api.POST('/api/v1/summer/sessions/{id}/cancel', { ...at(row, key), body: { reason } }))
export const recordOpinions = (group_id: string, opinions: NewSummerOpinion[], key: string) =>
  take(api.POST('/api/v1/summer/opinions', { ...on(null, key), body: { group_id, opinions } }))
export const createLeave = (
  body: { child_id: string; from_date: string; to_date: string; reason: string; asked_by: string },
  key: string,
) => take(api.POST('/api/v1/summer/leaves', { ...on(null, key), body }))
export const cancelLeave = (row: Row, key: string, reason: string) =>
  take(api.POST('/api/v1/summer/leaves/{id}/cancel', { ...at(row, key), body: { reason } }))
