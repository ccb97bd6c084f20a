import type { RouteObject } from 'react-router'

export const accountRoutes: RouteObject[] = [
  { path: '/tai-khoan', lazy: async () => ({ Component: (await import('./AccountPage')).default }) },
]

/** Outside of the frame, whose every link would be refused. */
export const firstCodesRoutes: RouteObject[] = [
  { path: '/xac-thuc-hai-buoc', lazy: async () => ({ Component: (await import('./FirstCodesPage')).default }) },
]
