import type { RouteObject } from 'react-router'

export const taskRoutes: RouteObject[] = [
  { path: '/viec', lazy: async () => ({ Component: (await import('./TasksPage')).default }) },
  { path: '/viec/moi', lazy: async () => ({ Component: (await import('./NewTaskPage')).default }) },
  { path: '/viec/:id', lazy: async () => ({ Component: (await import('./TaskPage')).default }) },
  { path: '/viec/:id/sua', lazy: async () => ({ Component: (await import('./EditTaskPage')).default }) },
  { path: '/don-doc', lazy: async () => ({ Component: (await import('./RemindersPage')).default }) },
]
