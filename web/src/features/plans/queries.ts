import { queryOptions, type QueryKey } from '@tanstack/react-query'
import { api, fileBody, ifMatch, on, take } from '@/api/client'
import type { Difference, Plan, Preview } from '@/api/types'

export const PLAN_TOUCHES: QueryKey[] = [['plans'], ['tasks'], ['dashboard']]

export const plansQuery = queryOptions({
  queryKey: ['plans', 'list'],
  queryFn: () => take(api.GET('/api/v1/plans', { params: { query: { limit: 100 } } })),
})

export function planQuery(id: string) {
  return queryOptions({
    queryKey: ['plans', 'one', id],
    queryFn: () => take(api.GET('/api/v1/plans/{id}', { params: { path: { id } } })),
  })
}

export function summaryQuery(id: string) {
  return queryOptions({
    queryKey: ['plans', 'summary', id],
    queryFn: () => take(api.GET('/api/v1/plans/{id}/summary', { params: { path: { id } } })),
  })
}

/** One shared task unless the officer chose otherwise. */
function previewBody(preview: Preview) {
  return {
    ...preview,
    tasks: preview.tasks.map((task) => ({
      ...task,
      expand: task.all_units_of_kind ? (task.expand ?? ('one_shared' as const)) : null,
    })),
  }
}

export const readDocument = async (file: File) =>
  (await take(api.POST('/api/v1/plans/import', fileBody(file, file.name)))) as Preview
export const createPlan = (preview: Preview, key: string) =>
  take(api.POST('/api/v1/plans', { ...on(null, key), body: previewBody(preview) }))

type Row = Pick<Plan, 'id' | 'version'>
export const publishPlan = (plan: Row, key: string) =>
  take(api.POST('/api/v1/plans/{id}/publish', { params: { path: { id: plan.id } }, ...on(null, key), body: {} }))
export const closePlan = (plan: Row, key: string, note: string) =>
  take(
    api.POST('/api/v1/plans/{id}/close', {
      params: { path: { id: plan.id } },
      ...on(null, key),
      body: { note: note || null },
    }),
  )
export const copyPlan = (plan: Row, key: string, body: { year: number; title?: string }) =>
  take(api.POST('/api/v1/plans/{id}/copy', { params: { path: { id: plan.id } }, ...on(null, key), body }))

export interface PlanDetails {
  title: string
  number: string | null
  issued_on: string | null
  issuer: string
  theme: string
  slogans: string[]
  starts_on: string
  ends_on: string
  legal_bases: string[]
  hotlines: string[]
  recipients: string[]
  signed_by: { name: string; position: string } | null
}

export const patchPlan = (id: string, version: number, body: Partial<PlanDetails>) =>
  take(api.PATCH('/api/v1/plans/{id}', { params: { path: { id }, header: ifMatch(version) }, body }))

export interface SectionValues {
  number: string
  title: string
  body: string
}
export const addSection = (id: string, parent_id: string | null, body: SectionValues, key: string) =>
  take(
    api.POST('/api/v1/plans/{id}/sections', {
      params: { path: { id } },
      ...on(null, key),
      body: { parent_id, ...body },
    }),
  )
export const patchSection = (plan: Row, sid: string, body: SectionValues) =>
  take(
    api.PATCH('/api/v1/plans/{id}/sections/{section_id}', {
      params: { path: { id: plan.id, section_id: sid }, header: ifMatch(plan.version) },
      body,
    }),
  )
export const dropSection = (plan: Row, sid: string) =>
  take(
    api.DELETE('/api/v1/plans/{id}/sections/{section_id}', {
      params: { path: { id: plan.id, section_id: sid } },
      ...on(plan.version),
    }),
  )

export const compareDocument = async (id: string, file: File) =>
  (await take(
    api.POST('/api/v1/plans/{id}/import', { params: { path: { id } }, ...fileBody(file, file.name) }),
  )) as Difference
export const applyDifference = (plan: Row, preview: Preview, accept: string[], key: string) =>
  take(
    api.POST('/api/v1/plans/{id}/import/apply', {
      params: { path: { id: plan.id }, header: ifMatch(plan.version) },
      ...on(null, key),
      body: { preview: previewBody(preview), accept },
    }),
  )
