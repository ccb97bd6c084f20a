import { infiniteQueryOptions, queryOptions, type QueryKey } from '@tanstack/react-query'
import { api, ifMatch, on, take } from '@/api/client'
import type { Hotline, Role, Unit, UnitKind, User, Ward } from '@/api/types'

export const USER_TOUCHES: QueryKey[] = [['users'], ['audit']]
export const UNIT_TOUCHES: QueryKey[] = [['units'], ['users'], ['audit']]

export function usersQuery(filters: { q?: string; role?: Role; status?: User['status'] }) {
  return infiniteQueryOptions({
    queryKey: ['users', 'list', filters],
    queryFn: ({ pageParam }) =>
      take(api.GET('/api/v1/users', { params: { query: { ...filters, limit: 50, cursor: pageParam || undefined } } })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: (previous) => previous,
  })
}

export const peopleQuery = queryOptions({
  queryKey: ['users', 'choices'],
  queryFn: async () =>
    (await take(api.GET('/api/v1/users', { params: { query: { status: 'active', limit: 200 } } }))).items,
  staleTime: 60_000,
})

export interface UserFields {
  full_name: string
  position: string
  role: Role
  unit_id: string
  email: string | null
  phone: string | null
}
export const createUser = (body: UserFields & { username: string }, key: string) =>
  take(api.POST('/api/v1/users', { ...on(null, key), body }))
export const patchUser = (user: Pick<User, 'id' | 'version'>, body: Partial<UserFields>) =>
  take(api.PATCH('/api/v1/users/{id}', { params: { path: { id: user.id }, header: ifMatch(user.version) }, body }))

const user = (id: string, key: string) => ({ params: { path: { id } }, ...on(null, key) })
export const disableUser = (id: string, key: string) => take(api.POST('/api/v1/users/{id}/disable', user(id, key)))
export const enableUser = (id: string, key: string) => take(api.POST('/api/v1/users/{id}/enable', user(id, key)))
export const resetPassword = (id: string, key: string) =>
  take(api.POST('/api/v1/users/{id}/reset-password', user(id, key)))
export const endUserSessions = (id: string, key: string) =>
  take(api.POST('/api/v1/users/{id}/end-sessions', user(id, key)))
export const resetTotp = (id: string, key: string) => take(api.POST('/api/v1/users/{id}/reset-totp', user(id, key)))

export function unitHistoryQuery(id: string) {
  return queryOptions({
    queryKey: ['units', 'history', id],
    queryFn: async () => (await take(api.GET('/api/v1/units/{id}/history', { params: { path: { id } } }))).items,
  })
}

type UnitRow = Pick<Unit, 'id' | 'version'>
export const createUnit = (body: { kind: UnitKind; code: string; name: string }, key: string) =>
  take(api.POST('/api/v1/units', { ...on(null, key), body }))
export const patchUnit = (
  unit: UnitRow,
  body: { name?: string; code?: string; effective_on?: string; note?: string },
) => take(api.PATCH('/api/v1/units/{id}', { params: { path: { id: unit.id }, header: ifMatch(unit.version) }, body }))
export const mergeUnit = (
  unit: UnitRow,
  body: { into_unit_id: string; effective_on: string; note: string },
  key: string,
) => take(api.POST('/api/v1/units/{id}/merge', { params: { path: { id: unit.id } }, ...on(unit.version, key), body }))
export const closeUnit = (unit: UnitRow, note: string, key: string) =>
  take(
    api.POST('/api/v1/units/{id}/close', {
      params: { path: { id: unit.id } },
      ...on(unit.version, key),
      body: { note },
    }),
  )

export const delegationsQuery = queryOptions({
  queryKey: ['delegations'],
  queryFn: async () => (await take(api.GET('/api/v1/delegations', { params: { query: { limit: 100 } } }))).items,
})
export const createDelegation = (
  body: { from_user_id?: string; to_user_id: string; starts_on: string; ends_on: string; reason: string },
  key: string,
) => take(api.POST('/api/v1/delegations', { ...on(null, key), body }))
export const revokeDelegation = (id: string, key: string) =>
  take(api.POST('/api/v1/delegations/{id}/revoke', { params: { path: { id } }, ...on(null, key) }))

export const wardQuery = (id: string) =>
  queryOptions({
    queryKey: ['ward', id],
    queryFn: () => take(api.GET('/api/v1/wards/{id}', { params: { path: { id } } })),
  })
export const saveHotlines = (ward: Pick<Ward, 'id' | 'version'>, hotlines: Hotline[]) =>
  take(
    api.PATCH('/api/v1/wards/{id}', {
      params: { path: { id: ward.id }, header: ifMatch(ward.version) },
      body: { settings: { hotlines } },
    }),
  )

export const matrixQuery = queryOptions({
  queryKey: ['permissions'],
  queryFn: async () => {
    const answer = await take(api.GET('/api/v1/permissions'))
    return Array.isArray(answer) ? answer : answer.items
  },
  staleTime: 60 * 60_000,
})
