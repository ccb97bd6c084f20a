import type { RouteObject } from 'react-router'

export const obstacleRoutes: RouteObject[] = [
  { path: '/vuong-mac', lazy: async () => ({ Component: (await import('./ObstaclesPage')).default }) },
  { path: '/vuong-mac/moi', lazy: async () => ({ Component: (await import('./NewObstaclePage')).default }) },
  { path: '/vuong-mac/:id', lazy: async () => ({ Component: (await import('./ObstaclePage')).default }) },
]
