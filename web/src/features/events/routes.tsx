import type { RouteObject } from 'react-router'
import { safetyRoutes } from './safety/routes'

export const eventRoutes: RouteObject[] = [...safetyRoutes]
