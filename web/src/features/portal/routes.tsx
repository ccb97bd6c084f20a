import type { RouteObject } from 'react-router'

export const portalRoutes: RouteObject[] = [
  { path: '/trang-cong-khai', lazy: async () => ({ Component: (await import('./PortalPage')).default }) },
]
