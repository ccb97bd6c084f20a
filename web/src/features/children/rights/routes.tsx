import type { RouteObject } from 'react-router'

export const rightsRoutes: RouteObject[] = [
  { path: '/tre-em/yeu-cau', lazy: async () => ({ Component: (await import('./RequestsPage')).default }) },
]
