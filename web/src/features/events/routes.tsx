import type { RouteObject } from 'react-router'
import { participationRoutes } from './participation/routes'
import { safetyRoutes } from './safety/routes'

export { publicParticipationRoutes as publicEventRoutes } from './participation/routes'

export const eventRoutes: RouteObject[] = [
  { path: '/lich', lazy: async () => ({ Component: (await import('./CalendarPage')).default }) },
  { path: '/lich/them', lazy: async () => ({ Component: (await import('./NewEventPage')).default }) },
  { path: '/lich/in', lazy: async () => ({ Component: (await import('./PrintPage')).default }) },
  { path: '/lich/:id', lazy: async () => ({ Component: (await import('./EventPage')).default }) },
  { path: '/lich/:id/sua', lazy: async () => ({ Component: (await import('./EditEventPage')).default }) },
  ...participationRoutes,
  ...safetyRoutes,
]
