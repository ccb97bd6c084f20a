import type { RouteObject } from 'react-router'

export const caseRoutes: RouteObject[] = [
  { path: '/ho-so', lazy: async () => ({ Component: (await import('./CasesPage')).default }) },
  { path: '/ho-so/moi', lazy: async () => ({ Component: (await import('./NewCasePage')).default }) },
  { path: '/ho-so/thoi-han', lazy: async () => ({ Component: (await import('./ClocksPage')).default }) },
  { path: '/ho-so/mo-khan-cap', lazy: async () => ({ Component: (await import('./GlassPage')).default }) },
  { path: '/ho-so/so-lieu', lazy: async () => ({ Component: (await import('./NumbersPage')).default }) },
  { path: '/ho-so/:id', lazy: async () => ({ Component: (await import('./CasePage')).default }) },
  { path: '/ho-so/:id/mau/:kind', lazy: async () => ({ Component: (await import('./CaseFormPage')).default }) },
]
