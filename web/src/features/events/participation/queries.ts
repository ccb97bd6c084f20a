import { queryOptions, type QueryKey } from '@tanstack/react-query'
import { api, ifMatch, on, take } from '@/api/client'
import type {
  EventAttendance,
  EventHelperPatch,
  EventWithdrawal,
  NewEventHelper,
  NewEventOpinion,
  NewEventRegistrations,
} from '@/api/types'
import { isOffline } from '@/lib/problem'
import { keepCheckin, readCheckin } from '@/offline/checkin'
import type { Kept } from '@/offline/snapshot'

/** Every look at names is recorded: nothing is fetched again only because a window came back. */
const RECORDED = { gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false } as const

export const peopleKey = (id: string): QueryKey => ['events', id, 'people']
export const PEOPLE_TOUCHES = (id: string): QueryKey[] => [['events', id]]

const at = (id: string) => ({ params: { path: { id } } })

export const eventQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'row'],
    queryFn: () => take(api.GET('/api/v1/events/{id}', at(id))),
  })

export const registrationsQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'people', 'registrations'],
    queryFn: () => take(api.GET('/api/v1/events/{id}/registrations', at(id))),
    ...RECORDED,
  })

export const cardsQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'people', 'cards'],
    queryFn: async () => (await take(api.GET('/api/v1/events/{id}/cards', at(id)))).items,
    ...RECORDED,
  })

/** From the server, or without a network the sealed list of this device. */
export const checkinQuery = (id: string, userId: string) =>
  queryOptions({
    queryKey: ['events', id, 'checkin'],
    queryFn: async (): Promise<Kept<EventAttendance>> => {
      try {
        const value = await take(api.GET('/api/v1/events/{id}/attendance', at(id)))
        await keepCheckin(userId, value)
        return { value, keptAt: null }
      } catch (error) {
        if (!isOffline(error)) throw error
        const kept = await readCheckin(userId, id)
        if (!kept) throw error
        return { value: kept.value, keptAt: kept.at }
      }
    },
    gcTime: 0,
    refetchOnWindowFocus: false,
  })

export const headcountsQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'headcounts'],
    queryFn: async () => (await take(api.GET('/api/v1/events/{id}/headcounts', at(id)))).items,
  })

export const helpersOfEventQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id, 'helpers'],
    queryFn: async () => (await take(api.GET('/api/v1/events/{id}/helpers', at(id)))).items,
  })

/** A ward has some dozens. */
export const wardHelpersQuery = queryOptions({
  queryKey: ['events', 'helpers'],
  queryFn: async () => (await take(api.GET('/api/v1/events/helpers', { params: { query: { limit: 200 } } }))).items,
})

/** The summer groups of this year, for whoever looks after them. */
export const summerGroupsQuery = (year: number) =>
  queryOptions({
    queryKey: ['summer', 'groups', year, undefined],
    queryFn: async () =>
      (await take(api.GET('/api/v1/summer/groups', { params: { query: { year, limit: 200 } } }))).items,
  })

export const register = (id: string, body: NewEventRegistrations, key: string) =>
  take(api.POST('/api/v1/events/{id}/registrations', { ...at(id), ...on(null, key), body }))
export const recordOpinions = (id: string, opinions: NewEventOpinion[], key: string) =>
  take(api.POST('/api/v1/events/{id}/registrations/opinions', { ...at(id), ...on(null, key), body: { opinions } }))
export const withdraw = (id: string, child_id: string, body: EventWithdrawal, key: string) =>
  take(
    api.POST('/api/v1/events/{id}/registrations/{child_id}/cancel', {
      params: { path: { id, child_id } },
      ...on(null, key),
      body,
    }),
  )
export const countHeads = (id: string, counted: number, note: string, key: string) =>
  take(api.POST('/api/v1/events/{id}/headcounts', { ...at(id), ...on(null, key), body: { counted, note } }))

export const createHelper = (body: NewEventHelper, key: string) =>
  take(api.POST('/api/v1/events/helpers', { ...on(null, key), body }))
export const patchHelper = (row: { id: string; version: number }, body: EventHelperPatch) =>
  take(
    api.PATCH('/api/v1/events/helpers/{id}', {
      params: { path: { id: row.id }, header: ifMatch(row.version) },
      body,
    }),
  )
export const assignHelper = (id: string, helper_id: string, duty: string, key: string) =>
  take(api.POST('/api/v1/events/{id}/helpers', { ...at(id), ...on(null, key), body: { helper_id, duty } }))
export const removeHelper = (id: string, helper_id: string) =>
  take(api.DELETE('/api/v1/events/{id}/helpers/{helper_id}', { params: { path: { id, helper_id } } }))
/** The answer holds the token, once. */
export const giveGrant = (id: string, helper_id: string) =>
  take(api.POST('/api/v1/events/{id}/grants', { ...at(id), body: { helper_id } }))
export const revokeGrant = (id: string, grant_id: string, key: string) =>
  take(
    api.POST('/api/v1/events/{id}/grants/{grant_id}/revoke', { params: { path: { id, grant_id } }, ...on(null, key) }),
  )
