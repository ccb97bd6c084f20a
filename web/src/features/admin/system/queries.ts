import { queryOptions } from '@tanstack/react-query'
import { api, take } from '@/api/client'

export const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: () => take(api.GET('/api/v1/system')),
  // What is looked at here is this moment.
  staleTime: 0,
})
