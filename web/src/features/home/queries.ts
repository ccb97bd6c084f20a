import { queryOptions } from '@tanstack/react-query'
import { api, take } from '@/api/client'
import type { Dashboard } from '@/api/types'
import { addDays, type PlainDate } from '@/lib/dates'
import { withSnapshot } from '@/offline/snapshot'

export function dashboardQuery(userId: string) {
  return queryOptions({
    queryKey: ['dashboard'],
    queryFn: () => withSnapshot<Dashboard>('dashboard', userId, () => take(api.GET('/api/v1/dashboard'))),
    refetchInterval: 5 * 60_000,
  })
}

/** The wards below, in numbers. */
export const wardsQuery = queryOptions({
  queryKey: ['dashboard', 'wards'],
  queryFn: async () => (await take(api.GET('/api/v1/dashboard/overview', { params: { query: {} } }))).wards ?? [],
  refetchInterval: 5 * 60_000,
})

/** Today and the seven days that follow. */
export function upcomingQuery(today: PlainDate) {
  return queryOptions({
    queryKey: ['events', 'upcoming', today],
    queryFn: () =>
      take(api.GET('/api/v1/events', { params: { query: { from: today, to: addDays(today, 7), limit: 50 } } })),
    refetchInterval: 5 * 60_000,
  })
}

export const proposedEventsQuery = queryOptions({
  queryKey: ['events', 'proposed'],
  queryFn: async () =>
    (await take(api.GET('/api/v1/events', { params: { query: { status: 'proposed', limit: 50 } } }))).items,
  refetchInterval: 5 * 60_000,
})

/** What is to come and has been told to the police. */
export function guardQuery(today: PlainDate) {
  return queryOptions({
    queryKey: ['events', 'to-guard', today],
    queryFn: async () => {
      const query = { from: today, status: 'draft,proposed,approved', limit: 200 }
      const { items } = await take(api.GET('/api/v1/events', { params: { query } }))
      return items.filter((event) => event.safety_plan_required)
    },
    refetchInterval: 5 * 60_000,
  })
}
