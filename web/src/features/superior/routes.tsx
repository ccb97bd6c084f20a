import type { RouteObject } from 'react-router'

export const superiorRoutes: RouteObject[] = [
  { path: '/cap-duoi', lazy: async () => ({ Component: (await import('./SuperiorPage')).default }) },
]
