import { queryOptions, type QueryKey } from '@tanstack/react-query'
import { api, on, take } from '@/api/client'
import type { Referral } from '@/api/types'

export const REFERRAL_TOUCHES: QueryKey[] = [['referrals'], ['notifications']]

/** Each look is recorded: none happens by itself, and nothing stays when the page is left. */
const QUIET = { gcTime: 0, staleTime: 30_000, refetchOnWindowFocus: false, refetchOnReconnect: false } as const

export const referralsQuery = queryOptions({
  queryKey: ['referrals', 'list'],
  queryFn: async () => (await take(api.GET('/api/v1/referrals'))).items,
  ...QUIET,
})

export function referralQuery(id: string) {
  return queryOptions({
    queryKey: ['referrals', 'one', id],
    queryFn: () => take(api.GET('/api/v1/referrals/{id}', { params: { path: { id } } })),
    ...QUIET,
  })
}

export type Answer = 'accept' | 'refuse' | 'complete'

export const answerReferral = (row: Pick<Referral, 'id'>, answer: Answer, key: string, note: string) => {
  const call = { params: { path: { id: row.id } }, ...on(null, key), body: { note } }
  if (answer === 'accept') return take(api.POST('/api/v1/referrals/{id}/accept', call))
  if (answer === 'refuse') return take(api.POST('/api/v1/referrals/{id}/refuse', call))
  return take(api.POST('/api/v1/referrals/{id}/complete', call))
}
