import { infiniteQueryOptions, queryOptions, type QueryKey } from '@tanstack/react-query'
import { api, ifMatch, on, take } from '@/api/client'
import type { Attachment, BulkBody, Task, TaskCreate, TaskPatch } from '@/api/types'
import { isOffline } from '@/lib/problem'
import { readSnapshot } from '@/offline/db'
import { withSnapshot } from '@/offline/snapshot'
import type { TaskQuery } from './filters'

/** What a change of a task makes old. */
export const TASK_TOUCHES: QueryKey[] = [['tasks'], ['dashboard'], ['plans'], ['reminders'], ['notifications']]
const PAGE = 100

interface TaskPage {
  items: Task[]
  next_cursor?: string | null
  total: number
}

export function tasksQuery(query: TaskQuery, userId: string) {
  const load = (cursor: string | undefined): Promise<TaskPage> =>
    take(api.GET('/api/v1/tasks', { params: { query: { ...query, limit: PAGE, cursor } } }))
  // Only one's own list is kept on the device.
  const own = query.mine === true && Object.keys(query).length <= 2
  return infiniteQueryOptions({
    queryKey: ['tasks', 'list', query],
    queryFn: async ({ pageParam }) =>
      own && !pageParam
        ? withSnapshot<TaskPage>('tasks:mine', userId, () => load(undefined))
        : { value: await load(pageParam || undefined), keptAt: null },
    initialPageParam: '',
    getNextPageParam: (last) => last.value.next_cursor ?? undefined,
    placeholderData: (previous) => previous,
  })
}

export function taskQuery(id: string, userId: string) {
  return queryOptions({
    queryKey: ['tasks', 'one', id],
    queryFn: async () => {
      try {
        return await take(api.GET('/api/v1/tasks/{id}', { params: { path: { id } } }))
      } catch (error) {
        if (!isOffline(error)) throw error
        const kept = await readSnapshot<TaskPage>(`${userId}:tasks:mine`, userId)
        const found = kept?.value.items.find((task) => task.id === id)
        if (!found) throw error
        return found
      }
    },
  })
}

export function updatesQuery(id: string) {
  return queryOptions({
    queryKey: ['tasks', 'updates', id],
    queryFn: () => take(api.GET('/api/v1/tasks/{id}/updates', { params: { path: { id }, query: { limit: 100 } } })),
  })
}

export function taskRemindersQuery(id: string) {
  return queryOptions({
    queryKey: ['reminders', 'of-task', id],
    queryFn: () => take(api.GET('/api/v1/tasks/{id}/reminders', { params: { path: { id } } })),
  })
}

export function taskObstaclesQuery(id: string) {
  return queryOptions({
    queryKey: ['obstacles', 'of-task', id],
    queryFn: () => take(api.GET('/api/v1/obstacles', { params: { query: { task_id: id, limit: 50 } } })),
  })
}

export function taskEventsQuery(id: string) {
  return queryOptions({
    queryKey: ['events', 'of-task', id],
    queryFn: () => take(api.GET('/api/v1/events', { params: { query: { task_id: id, limit: 50 } } })),
  })
}

export function remindersQuery(filters: { plan_id?: string; unit_id?: string; unanswered?: boolean }) {
  return infiniteQueryOptions({
    queryKey: ['reminders', filters],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/reminders', { params: { query: { ...filters, limit: 100, cursor: pageParam || undefined } } }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: (previous) => previous,
  })
}

export const savedFiltersQuery = queryOptions({
  queryKey: ['saved-filters', 'tasks'],
  queryFn: async () =>
    (await take(api.GET('/api/v1/me/saved-filters', { params: { query: { list: 'tasks' } } }))).items,
  staleTime: 5 * 60_000,
})

export function planSectionsQuery(planId: string | null) {
  return queryOptions({
    queryKey: ['plans', 'one', planId],
    queryFn: () => take(api.GET('/api/v1/plans/{id}', { params: { path: { id: planId! } } })),
    enabled: planId !== null,
    staleTime: 60_000,
  })
}

export const saveFilter = (name: string, query: string) =>
  take(api.POST('/api/v1/me/saved-filters', { body: { list: 'tasks', name, query } }))
export const dropFilter = (id: string) =>
  take(api.DELETE('/api/v1/me/saved-filters/{id}', { params: { path: { id } } }))

const at = (task: Pick<Task, 'id' | 'version'>, key: string) => ({
  params: { path: { id: task.id } },
  ...on(task.version, key),
})
type Row = Pick<Task, 'id' | 'version'>

export const startTask = (task: Row, key: string) =>
  take(api.POST('/api/v1/tasks/{id}/start', { ...at(task, key), body: {} }))
export const acceptTask = (task: Row, key: string, unit_id?: string) =>
  take(api.POST('/api/v1/tasks/{id}/accept', { ...at(task, key), body: { unit_id } }))
export const returnTask = (task: Row, key: string, reason: string, unit_id?: string) =>
  take(api.POST('/api/v1/tasks/{id}/return', { ...at(task, key), body: { reason, unit_id } }))
export const cancelTask = (task: Row, key: string, reason: string) =>
  take(api.POST('/api/v1/tasks/{id}/cancel', { ...at(task, key), body: { reason } }))
export const remindTask = (task: Row, key: string, message: string | undefined, unit_ids: string[] | undefined) =>
  take(api.POST('/api/v1/tasks/{id}/remind', { ...at(task, key), body: { message, unit_ids } }))
export const commentTask = (id: string, note: string, key: string) =>
  take(
    api.POST('/api/v1/tasks/{id}/updates', {
      params: { path: { id } },
      ...on(null, key),
      body: { kind: 'comment', note },
    }),
  )

export const createTask = (body: TaskCreate, key: string) => take(api.POST('/api/v1/tasks', { ...on(null, key), body }))
export const patchTask = (id: string, version: number, body: TaskPatch) =>
  take(api.PATCH('/api/v1/tasks/{id}', { params: { path: { id }, header: ifMatch(version) }, body }))
export const bulkTasks = (body: BulkBody, key: string) =>
  take(api.POST('/api/v1/tasks/bulk', { ...on(null, key), body }))

/** A file download goes with the person's token, therefore not by a plain link. */
export const exportTasks = (query: TaskQuery, format: 'xlsx' | 'csv'): Promise<Blob> =>
  format === 'xlsx'
    ? (take(api.GET('/api/v1/tasks/export.xlsx', { params: { query }, parseAs: 'blob' })) as unknown as Promise<Blob>)
    : (take(
        api.GET('/api/v1/tasks', {
          params: { query: { ...query, limit: 200 } },
          headers: { Accept: 'text/csv' },
          parseAs: 'blob',
        }),
      ) as unknown as Promise<Blob>)

export const loadAttachment = (file: Attachment): Promise<Blob> =>
  take(
    api.GET('/api/v1/attachments/{id}', { params: { path: { id: file.id } }, parseAs: 'blob' }),
  ) as unknown as Promise<Blob>
