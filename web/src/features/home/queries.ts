import { queryOptions } from '@tanstack/react-query'
import { api, on, take } from '@/api/client'
import type { Dashboard, NewReport } from '@/api/types'
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

/** Whose report of the period at hand is missing. Where no plan is in force the server has none: nothing is shown. */
export function reportsDueQuery(kind: 'unit_week' | 'unit_final') {
  return queryOptions({
    queryKey: ['reports', 'due', 'home', kind],
    queryFn: () => take(api.GET('/api/v1/reports/due', { params: { query: { kind } } })),
    retry: false,
    staleTime: 60_000,
  })
}

/** What the leader has to approve. */
export const reportsToApproveQuery = queryOptions({
  queryKey: ['reports', 'to-approve'],
  queryFn: async () => {
    const query = { kind: 'ward_final,ward_flash', status: 'submitted', limit: 20 }
    return (await take(api.GET('/api/v1/reports', { params: { query } }))).items
  },
  refetchInterval: 5 * 60_000,
})

export const beginReport = (body: NewReport, key: string) =>
  take(api.POST('/api/v1/reports', { ...on(null, key), body }))

/** Violations of personal data whose clock runs, the nearest first. Never kept on the device, as in the register. */
export const breachesDueQuery = queryOptions({
  queryKey: ['breaches', 'due', 'home'],
  queryFn: () =>
    take(api.GET('/api/v1/data-breaches', { params: { query: { clock_runs: true, sort: 'due_at', limit: 3 } } })),
  gcTime: 0,
  refetchInterval: 5 * 60_000,
})

/** How often accounts were locked on a day. */
export const locksQuery = (day: string) =>
  queryOptions({
    queryKey: ['sign-ins', 'locks', day],
    queryFn: async () =>
      (await take(api.GET('/api/v1/audit/sign-ins', { params: { query: { result: 'locked', from: day, limit: 1 } } })))
        .total,
    staleTime: 60_000,
  })
