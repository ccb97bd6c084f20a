import type { RouteObject } from 'react-router'

export const integrationRoutes: RouteObject[] = [
  {
    path: '/quan-tri/tai-khoan-may',
    lazy: async () => ({ Component: (await import('./ServiceAccountsPage')).default }),
  },
  { path: '/quan-tri/webhook', lazy: async () => ({ Component: (await import('./WebhooksPage')).default }) },
  { path: '/quan-tri/webhook/:id', lazy: async () => ({ Component: (await import('./DeliveriesPage')).default }) },
]
