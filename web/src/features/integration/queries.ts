import { infiniteQueryOptions, type QueryKey } from '@tanstack/react-query'
import { api, ifMatch, on, take } from '@/api/client'
import type { MachineScope, ServiceAccount, Webhook, WebhookEvent } from '@/api/types'

export const ACCOUNT_TOUCHES: QueryKey[] = [['service-accounts'], ['webhooks'], ['audit']]
export const HOOK_TOUCHES: QueryKey[] = [['webhooks'], ['audit']]

const pages = {
  initialPageParam: '',
  getNextPageParam: (last: { next_cursor?: string | null }) => last.next_cursor ?? undefined,
}
const page = (cursor: string) => ({ limit: 50, cursor: cursor || undefined })

export const serviceAccountsQuery = infiniteQueryOptions({
  queryKey: ['service-accounts'],
  queryFn: ({ pageParam }) => take(api.GET('/api/v1/service-accounts', { params: { query: page(pageParam) } })),
  ...pages,
})

export interface ServiceAccountFields {
  name: string
  unit_id: string
  scopes: MachineScope[]
  addresses: string[]
  expires_on: string
}
const of = (id: string, key: string) => ({ params: { path: { id } }, ...on(null, key) })
export const createServiceAccount = (body: ServiceAccountFields, key: string) =>
  take(api.POST('/api/v1/service-accounts', { ...on(null, key), body }))
export const patchServiceAccount = (row: Pick<ServiceAccount, 'id' | 'version'>, body: Partial<ServiceAccountFields>) =>
  take(
    api.PATCH('/api/v1/service-accounts/{id}', {
      params: { path: { id: row.id }, header: ifMatch(row.version) },
      body,
    }),
  )
export const rotateServiceAccount = (id: string, grace_hours: number, key: string) =>
  take(api.POST('/api/v1/service-accounts/{id}/rotate', { ...of(id, key), body: { grace_hours } }))
export const revokeServiceAccount = (id: string, reason: string, key: string) =>
  take(api.POST('/api/v1/service-accounts/{id}/revoke', { ...of(id, key), body: { reason } }))

export const webhooksQuery = infiniteQueryOptions({
  queryKey: ['webhooks', 'list'],
  queryFn: ({ pageParam }) => take(api.GET('/api/v1/webhooks', { params: { query: page(pageParam) } })),
  ...pages,
})

export const deliveriesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', 'deliveries', id],
    queryFn: ({ pageParam }) =>
      take(api.GET('/api/v1/webhooks/{id}/deliveries', { params: { path: { id }, query: page(pageParam) } })),
    ...pages,
    // What waits goes out by itself.
    refetchInterval: 15_000,
  })

export interface WebhookFields {
  url: string
  events: WebhookEvent[]
  description: string
}
export const createWebhook = (body: WebhookFields, key: string) =>
  take(api.POST('/api/v1/webhooks', { ...on(null, key), body }))
export const patchWebhook = (
  row: Pick<Webhook, 'id' | 'version'>,
  body: Partial<WebhookFields> & { active?: boolean },
) => take(api.PATCH('/api/v1/webhooks/{id}', { params: { path: { id: row.id }, header: ifMatch(row.version) }, body }))
export const rotateWebhook = (id: string, grace_hours: number, key: string) =>
  take(api.POST('/api/v1/webhooks/{id}/rotate', { ...of(id, key), body: { grace_hours } }))
export const pingWebhook = (id: string, key: string) => take(api.POST('/api/v1/webhooks/{id}/ping', of(id, key)))
export const replayDelivery = (id: string, delivery_id: string, key: string) =>
  take(
    api.POST('/api/v1/webhooks/{id}/deliveries/{delivery_id}/replay', {
      params: { path: { id, delivery_id } },
      ...on(null, key),
    }),
  )
