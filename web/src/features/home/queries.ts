import { queryOptions } from '@tanstack/react-query'
import { api, take } from '@/api/client'
import type { Dashboard } from '@/api/types'
import { withSnapshot } from '@/offline/snapshot'

export function dashboardQuery(userId: string) {
  return queryOptions({
    queryKey: ['dashboard'],
    queryFn: () => withSnapshot<Dashboard>('dashboard', userId, () => take(api.GET('/api/v1/dashboard'))),
    refetchInterval: 5 * 60_000,
  })
}
