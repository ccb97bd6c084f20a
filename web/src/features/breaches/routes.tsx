import type { RouteObject } from 'react-router'

export const breachRoutes: RouteObject[] = [
  { path: '/vi-pham-du-lieu', lazy: async () => ({ Component: (await import('./BreachesPage')).default }) },
  { path: '/vi-pham-du-lieu/moi', lazy: async () => ({ Component: (await import('./NewBreachPage')).default }) },
  { path: '/vi-pham-du-lieu/:id', lazy: async () => ({ Component: (await import('./BreachPage')).default }) },
  { path: '/vi-pham-du-lieu/:id/sua', lazy: async () => ({ Component: (await import('./EditBreachPage')).default }) },
]
