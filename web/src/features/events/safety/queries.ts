import { infiniteQueryOptions, queryOptions, type QueryKey } from '@tanstack/react-query'
import { api, ifMatch, on, take } from '@/api/client'
import type { SafetyPlan, SafetyTemplate } from '@/api/types'
import { isProblem } from '@/lib/problem'
import type { Content } from './content'

export const SAFETY_TOUCHES: QueryKey[] = [['safety-plans'], ['events'], ['dashboard'], ['notifications']]

export interface Safety {
  template: SafetyTemplate
  /** None yet: nobody asked for one. */
  plan: SafetyPlan | null
}

/** An answer holds every member, where the same shape in a request may leave some out. */
async function read(id: string): Promise<Safety> {
  const params = { path: { id } }
  const none = (error: unknown) => {
    if (isProblem(error, 404)) return null
    throw error
  }
  const [template, plan] = await Promise.all([
    take(api.GET('/api/v1/events/{id}/safety-plan/template', { params })),
    take(api.GET('/api/v1/events/{id}/safety-plan', { params })).catch(none),
  ])
  return { template, plan } as Safety
}

export const safetyQuery = (id: string) =>
  queryOptions({ queryKey: ['safety-plans', 'one', id], queryFn: () => read(id) })

export const deskQuery = (status: string) =>
  infiniteQueryOptions({
    queryKey: ['safety-plans', 'desk', status],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/safety-plans', { params: { query: { status, limit: 50, cursor: pageParam || undefined } } }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: (previous) => previous,
  })

/** A new plan, or the first words of one that was asked for: the whole of it. */
export const draftPlan = (event: string, version: number | null, key: string, body: Content) =>
  take(api.POST('/api/v1/events/{id}/safety-plan', { params: { path: { id: event } }, ...on(version, key), body }))

export const patchPlan = (event: string, version: number, body: Content) =>
  take(
    api.PATCH('/api/v1/events/{id}/safety-plan', { params: { path: { id: event }, header: ifMatch(version) }, body }),
  )

export const approvePlan = (plan: SafetyPlan, key: string, body: { decision_number: string; decision_date: string }) =>
  take(
    api.POST('/api/v1/events/{id}/safety-plan/approve', {
      params: { path: { id: plan.event.id } },
      ...on(plan.version, key),
      body,
    }),
  )

export const returnPlan = (plan: SafetyPlan, key: string, reason: string) =>
  take(
    api.POST('/api/v1/events/{id}/safety-plan/return', {
      params: { path: { id: plan.event.id } },
      ...on(plan.version, key),
      body: { reason },
    }),
  )

export const planPaper = (event: string): Promise<Blob> =>
  take(
    api.GET('/api/v1/events/{id}/safety-plan/document.docx', { params: { path: { id: event } }, parseAs: 'blob' }),
  ) as unknown as Promise<Blob>
