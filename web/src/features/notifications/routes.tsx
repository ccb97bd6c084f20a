import type { RouteObject } from 'react-router'

export const notificationRoutes: RouteObject[] = [
  { path: '/thong-bao', lazy: async () => ({ Component: (await import('./NotificationsPage')).default }) },
]
