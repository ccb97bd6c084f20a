import type { RouteObject } from 'react-router'

export const accountRoutes: RouteObject[] = [
  { path: '/tai-khoan', lazy: async () => ({ Component: (await import('./AccountPage')).default }) },
]
