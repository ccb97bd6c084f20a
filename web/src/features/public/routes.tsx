import type { RouteObject } from 'react-router'
import { takeToken } from '@/lib/linkToken'

/** Without signing in. */
export const publicRoutes: RouteObject[] = [
  { path: '/bao-tin', lazy: async () => ({ Component: (await import('./ReportPage')).default }) },
  { path: '/bao-tin/theo-doi', lazy: async () => ({ Component: (await import('./FollowPage')).default }) },
  {
    path: '/tra-loi',
    lazy: async () => {
      // Before the page is even fetched: on a slow network the address would show it for seconds.
      takeToken()
      return { Component: (await import('./ReplyPage')).default }
    },
  },
]
