import type { RouteObject } from 'react-router'

/** Before anybody can sign in: once, on a server without a ward. */
export const setupRoutes: RouteObject[] = [
  { path: '/cai-dat', lazy: async () => ({ Component: (await import('./SetupPage')).default }) },
]
