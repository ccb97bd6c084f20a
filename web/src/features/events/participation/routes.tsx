import type { RouteObject } from 'react-router'
import { takeToken } from '@/lib/linkToken'

export const participationRoutes: RouteObject[] = [
  { path: '/lich/:id/tham-gia', lazy: async () => ({ Component: (await import('./PeoplePage')).default }) },
  { path: '/lich/:id/tham-gia/y-kien', lazy: async () => ({ Component: (await import('./OpinionsPage')).default }) },
  { path: '/lich/:id/tham-gia/the', lazy: async () => ({ Component: (await import('./CardsPage')).default }) },
  { path: '/lich/:id/diem-danh', lazy: async () => ({ Component: (await import('./CheckinPage')).default }) },
]

/** Without signing in: the link of a helper. */
export const publicParticipationRoutes: RouteObject[] = [
  {
    path: '/diem-danh-ho',
    lazy: async () => {
      // Before the page is even fetched: on a slow network the address would show it for seconds.
      takeToken()
      return { Component: (await import('./GrantPage')).default }
    },
  },
]
