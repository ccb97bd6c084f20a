import type { RouteObject } from 'react-router'

export const childImportRoutes: RouteObject[] = [
  { path: '/tre-em/nhap/lich-su', lazy: async () => ({ Component: (await import('./ImportsPage')).default }) },
  // One place with and without an import: the chosen file stays in memory from the first step to the last.
  { path: '/tre-em/nhap/:id?', lazy: async () => ({ Component: (await import('./ImportWizard')).default }) },
]
