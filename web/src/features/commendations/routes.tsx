import type { RouteObject } from 'react-router'

export const commendationRoutes: RouteObject[] = [
  { path: '/khen-thuong', lazy: async () => ({ Component: (await import('./CommendationsPage')).default }) },
  { path: '/khen-thuong/moi', lazy: async () => ({ Component: (await import('./NewCommendationPage')).default }) },
  { path: '/khen-thuong/goi-y', lazy: async () => ({ Component: (await import('./CandidatesPage')).default }) },
  { path: '/khen-thuong/:id', lazy: async () => ({ Component: (await import('./CommendationPage')).default }) },
]
