import type { RouteObject } from 'react-router'

export const referralRoutes: RouteObject[] = [
  { path: '/phoi-hop', lazy: async () => ({ Component: (await import('./ReferralsPage')).default }) },
  { path: '/phoi-hop/:id', lazy: async () => ({ Component: (await import('./ReferralPage')).default }) },
]
