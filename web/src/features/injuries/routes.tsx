import type { RouteObject } from 'react-router'

export const injuryRoutes: RouteObject[] = [
  { path: '/tai-nan', lazy: async () => ({ Component: (await import('./InjuriesPage')).default }) },
  { path: '/tai-nan/moi', lazy: async () => ({ Component: (await import('./NewInjuryPage')).default }) },
  { path: '/tai-nan/:id/sua', lazy: async () => ({ Component: (await import('./EditInjuryPage')).default }) },
  { path: '/tai-nan/quy', lazy: async () => ({ Component: (await import('./QuarterPage')).default }) },
]
