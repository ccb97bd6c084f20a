import type { RouteObject } from 'react-router'

export const safetyRoutes: RouteObject[] = [
  { path: '/phuong-an-an-toan', lazy: async () => ({ Component: (await import('./DeskPage')).default }) },
  { path: '/lich/:id/an-toan', lazy: async () => ({ Component: (await import('./SafetyPage')).default }) },
  { path: '/lich/:id/an-toan/in', lazy: async () => ({ Component: (await import('./PrintSafetyPage')).default }) },
]
