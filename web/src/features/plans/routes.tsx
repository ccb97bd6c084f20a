import type { RouteObject } from 'react-router'

export const planRoutes: RouteObject[] = [
  { path: '/ke-hoach', lazy: async () => ({ Component: (await import('./PlansPage')).default }) },
  { path: '/ke-hoach/nhap', lazy: async () => ({ Component: (await import('./ImportPage')).default }) },
  { path: '/ke-hoach/moi', lazy: async () => ({ Component: (await import('./NewPlanPage')).default }) },
  { path: '/ke-hoach/:id', lazy: async () => ({ Component: (await import('./PlanPage')).default }) },
  { path: '/ke-hoach/:id/sua', lazy: async () => ({ Component: (await import('./EditPlanPage')).default }) },
  { path: '/ke-hoach/:id/nhap-lai', lazy: async () => ({ Component: (await import('./ReimportPage')).default }) },
  { path: '/ke-hoach/:id/in', lazy: async () => ({ Component: (await import('./PrintPlanPage')).default }) },
]
