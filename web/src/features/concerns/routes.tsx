import type { RouteObject } from 'react-router'

export const concernRoutes: RouteObject[] = [
  { path: '/tin-bao', lazy: async () => ({ Component: (await import('./ConcernsPage')).default }) },
  { path: '/tin-bao/moi', lazy: async () => ({ Component: (await import('./NewConcernPage')).default }) },
  { path: '/tin-bao/:id', lazy: async () => ({ Component: (await import('./ConcernPage')).default }) },
  { path: '/tin-bao/:id/sua', lazy: async () => ({ Component: (await import('./EditConcernPage')).default }) },
]
