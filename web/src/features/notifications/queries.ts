import { infiniteQueryOptions } from '@tanstack/react-query'
import { api, take } from '@/api/client'

export const notificationsQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: ['notifications', 'list', unread],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/notifications', {
          params: { query: { unread: unread || undefined, limit: 50, cursor: pageParam || undefined } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: (previous) => previous,
  })

export const readAll = () => take(api.POST('/api/v1/notifications/read-all'))
export const readOne = (id: string) => take(api.POST('/api/v1/notifications/{id}/read', { params: { path: { id } } }))
