/** Reads that several features share. Everything else lives in the feature's own queries.ts. */
import { queryOptions } from '@tanstack/react-query'
import { api, take } from './client'

/** An installation of several wards knows each by the code in its address. */
export function infoQuery(ward: string | null = null) {
  return queryOptions({
    queryKey: ['info', ward],
    queryFn: () => take(api.GET('/api/v1/public/info', { params: { query: ward ? { ward } : {} } })),
    staleTime: 10 * 60_000,
  })
}

/** Whether the server still has no ward. It never goes back to that. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: () => take(api.GET('/api/v1/setup')),
  staleTime: Infinity,
  retry: false,
})

export const unitsQuery = queryOptions({
  queryKey: ['units', 'all'],
  queryFn: async () => (await take(api.GET('/api/v1/units', { params: { query: { limit: 200 } } }))).items,
  staleTime: 5 * 60_000,
})

/** The neighborhoods and schools: whoever looks after children may choose them, who may not read the list of units. */
export const placesQuery = queryOptions({
  queryKey: ['units', 'places'],
  queryFn: () => take(api.GET('/api/v1/children/places')),
  staleTime: 5 * 60_000,
})

export const planChoicesQuery = queryOptions({
  queryKey: ['plans', 'choices'],
  queryFn: async () => (await take(api.GET('/api/v1/plans', { params: { query: { limit: 100 } } }))).items,
  staleTime: 60_000,
})

export const unreadQuery = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: () => take(api.GET('/api/v1/notifications', { params: { query: { unread: true, limit: 6 } } })),
  refetchInterval: 60_000,
})

/** A name never stands in an address, therefore a POST. */
export function childSearchQuery(q: string, where: { school_id?: string; neighborhood_id?: string } = {}) {
  return queryOptions({
    queryKey: ['children', 'search', q, where],
    queryFn: async () => (await take(api.POST('/api/v1/children/search', { body: { q, ...where, limit: 20 } }))).items,
    enabled: q.length >= 2,
    gcTime: 0,
  })
}
