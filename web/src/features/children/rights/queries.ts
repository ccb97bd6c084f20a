import { queryOptions } from '@tanstack/react-query'
import { api, on, take } from '@/api/client'
import type { ConsentCreate, DataRequestAnswer, DataRequestCreate } from '@/api/types'

const of = (id: string) => ({ params: { path: { id } } })

export function consentsQuery(id: string) {
  return queryOptions({
    queryKey: ['children', 'consents', id],
    queryFn: async () => (await take(api.GET('/api/v1/children/{id}/consents', of(id)))).items,
    gcTime: 0,
  })
}

export function childRequestsQuery(id: string) {
  return queryOptions({
    queryKey: ['children', 'requests', id],
    queryFn: async () => (await take(api.GET('/api/v1/children/{id}/data-requests', of(id)))).items,
    gcTime: 0,
  })
}

export const requestsQuery = queryOptions({
  queryKey: ['children', 'requests', 'ward'],
  queryFn: async () => (await take(api.GET('/api/v1/children/data-requests'))).items,
  gcTime: 0,
})

/** Read anew after a change; the last one is who has looked at the child. */
export const CONSENT_TOUCHES = [
  ['children', 'consents'],
  ['children', 'looks'],
]
export const REQUEST_TOUCHES = [
  ['children', 'requests'],
  ['children', 'looks'],
]

export const addConsent = (id: string, key: string, body: ConsentCreate) =>
  take(api.POST('/api/v1/children/{id}/consents', { ...of(id), ...on(null, key), body }))

export const withdrawConsent = (id: string, consent_id: string, key: string, reason: string) =>
  take(
    api.POST('/api/v1/children/{id}/consents/{consent_id}/withdraw', {
      params: { path: { id, consent_id } },
      ...on(null, key),
      body: { reason },
    }),
  )

export const addRequest = (id: string, key: string, body: DataRequestCreate) =>
  take(api.POST('/api/v1/children/{id}/data-requests', { ...of(id), ...on(null, key), body }))

export const answerRequest = (id: string, request_id: string, key: string, body: DataRequestAnswer) =>
  take(
    api.POST('/api/v1/children/{id}/data-requests/{request_id}/answer', {
      params: { path: { id, request_id } },
      ...on(null, key),
      body,
    }),
  )
