import type { RouteObject } from 'react-router'

export const reportRoutes: RouteObject[] = [
  { path: '/bao-cao', lazy: async () => ({ Component: (await import('./ReportsPage')).default }) },
  { path: '/bao-cao/:id', lazy: async () => ({ Component: (await import('./ReportPage')).default }) },
  { path: '/bao-cao/:id/in', lazy: async () => ({ Component: (await import('./PrintReportPage')).default }) },
  { path: '/bao-cao/:id/lan/:lan', lazy: async () => ({ Component: (await import('./RevisionPage')).default }) },
]
