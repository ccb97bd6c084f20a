import type { RouteObject } from 'react-router'

export const childRoutes: RouteObject[] = [
  { path: '/tre-em', lazy: async () => ({ Component: (await import('./ChildrenPage')).default }) },
  { path: '/tre-em/moi', lazy: async () => ({ Component: (await import('./NewChildPage')).default }) },
  { path: '/tre-em/trung', lazy: async () => ({ Component: (await import('./DuplicatesPage')).default }) },
  {
    path: '/sinh-hoat-he/danh-sach',
    lazy: async () => ({ Component: (await import('./school-list/SchoolListPage')).default }),
  },
  { path: '/tre-em/:id', lazy: async () => ({ Component: (await import('./ChildPage')).default }) },
  { path: '/tre-em/:id/sua', lazy: async () => ({ Component: (await import('./EditChildPage')).default }) },
]
