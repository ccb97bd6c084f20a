import { queryOptions } from '@tanstack/react-query'
import { api, take } from '@/api/client'
import type { Overview } from '@/api/types'
import { isOffline } from '@/lib/problem'
import { keepSnapshot, readSnapshot } from '@/offline/db'
import { isSharedMachine, type Kept } from '@/offline/snapshot'
import type { OverviewFilters } from './filters'

/**
 * One request for the whole page. Kept on the device for a day without what is told of concerns and cases; on a shared
 * machine nothing is.
 */
export function overviewQuery(filters: OverviewFilters, userId: string) {
  const key = `${userId}:overview:${JSON.stringify(filters)}`
  return queryOptions({
    queryKey: ['dashboard', 'overview', filters],
    queryFn: async (): Promise<Kept<Overview>> => {
      try {
        const value = await take(api.GET('/api/v1/dashboard/overview', { params: { query: filters } }))
        const { cases: _cases, concerns: _concerns, ...harmless } = value
        if (!isSharedMachine()) void keepSnapshot(key, userId, harmless)
        return { value, keptAt: null }
      } catch (error) {
        if (!isOffline(error) || isSharedMachine()) throw error
        const kept = await readSnapshot<Overview>(key, userId)
        if (!kept) throw error
        return { value: kept.value, keptAt: kept.at }
      }
    },
    placeholderData: (previous) => previous,
    refetchInterval: 5 * 60_000,
  })
}
