import { infiniteQueryOptions, queryOptions, type QueryKey } from '@tanstack/react-query'
import { api, ifMatch, on, take } from '@/api/client'
import type { Attachment, Obstacle } from '@/api/types'

export const OBSTACLE_TOUCHES: QueryKey[] = [['obstacles'], ['dashboard'], ['notifications']]

export interface ObstacleFilters {
  q?: string
  status?: string
  unit_id?: string
  late?: boolean
}

export function obstaclesQuery(filters: ObstacleFilters) {
  return infiniteQueryOptions({
    queryKey: ['obstacles', 'list', filters],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/obstacles', { params: { query: { ...filters, limit: 50, cursor: pageParam || undefined } } }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: (previous) => previous,
  })
}

export function obstacleQuery(id: string) {
  return queryOptions({
    queryKey: ['obstacles', 'one', id],
    queryFn: () => take(api.GET('/api/v1/obstacles/{id}', { params: { path: { id } } })),
  })
}

/** The tasks that an obstacle can be about: the person's own, still open. */
export const openTasksQuery = queryOptions({
  queryKey: ['tasks', 'open-choices'],
  queryFn: async () =>
    (
      await take(
        api.GET('/api/v1/tasks', {
          params: { query: { status: 'assigned,in_progress,returned,submitted', limit: 200, sort: 'due_on' } },
        }),
      )
    ).items.map((task) => ({ value: task.id, label: task.title })),
  staleTime: 60_000,
})

type Row = Pick<Obstacle, 'id' | 'version'>
const at = (row: Row, key: string) => ({ params: { path: { id: row.id } }, ...on(row.version, key) })

export const answerObstacle = (row: Row, key: string, answer: string) =>
  take(api.POST('/api/v1/obstacles/{id}/answer', { ...at(row, key), body: { answer } }))
export const escalateObstacle = (row: Row, key: string, to: 'leader' | 'superior', note: string) =>
  take(api.POST('/api/v1/obstacles/{id}/escalate', { ...at(row, key), body: { to, note } }))
export const closeObstacle = (row: Row, key: string) =>
  take(api.POST('/api/v1/obstacles/{id}/close', { ...at(row, key), body: {} }))
export const patchObstacle = (row: Row, body: { title?: string; description?: string }) =>
  take(api.PATCH('/api/v1/obstacles/{id}', { params: { path: { id: row.id }, header: ifMatch(row.version) }, body }))

export const loadAttachment = (file: Attachment): Promise<Blob> =>
  take(
    api.GET('/api/v1/attachments/{id}', { params: { path: { id: file.id } }, parseAs: 'blob' }),
  ) as unknown as Promise<Blob>
