import type { RouteObject } from 'react-router'

export const dashboardRoutes: RouteObject[] = [
  { path: '/tong-quan', lazy: async () => ({ Component: (await import('./OverviewPage')).default }) },
]
