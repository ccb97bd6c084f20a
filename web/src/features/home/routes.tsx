import type { RouteObject } from 'react-router'

export const homeRoutes: RouteObject[] = [
  { index: true, path: '/', lazy: async () => ({ Component: (await import('./HomePage')).default }) },
]
