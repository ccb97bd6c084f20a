import type { RouteObject } from 'react-router'

export const coverageRoutes: RouteObject[] = [
  { path: '/tre-em/khong-bo-sot', lazy: async () => ({ Component: (await import('./CoveragePage')).default }) },
]
