import type { RouteObject } from 'react-router'

export const summerRoutes: RouteObject[] = [
  { path: '/sinh-hoat-he', lazy: async () => ({ Component: (await import('./SummerPage')).default }) },
  { path: '/sinh-hoat-he/ban-giao/:id', lazy: async () => ({ Component: (await import('./HandoverPage')).default }) },
  { path: '/sinh-hoat-he/nhom/:id', lazy: async () => ({ Component: (await import('./GroupPage')).default }) },
  {
    path: '/sinh-hoat-he/nhom/:id/y-kien',
    lazy: async () => ({ Component: (await import('./OpinionsPage')).default }),
  },
  { path: '/diem-danh', lazy: async () => ({ Component: (await import('./SessionsPage')).default }) },
  { path: '/diem-danh/:buoi', lazy: async () => ({ Component: (await import('./AttendancePage')).default }) },
]
