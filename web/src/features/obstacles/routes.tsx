import type { RouteObject } from 'react-router'

export const obstacleRoutes: RouteObject[] = []
