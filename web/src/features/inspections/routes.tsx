import type { RouteObject } from 'react-router'

export const inspectionRoutes: RouteObject[] = [
  { path: '/kiem-tra', lazy: async () => ({ Component: (await import('./InspectionsPage')).default }) },
  { path: '/kiem-tra/moi', lazy: async () => ({ Component: (await import('./NewInspectionPage')).default }) },
  { path: '/kiem-tra/kien-nghi', lazy: async () => ({ Component: (await import('./RecommendationsPage')).default }) },
  {
    path: '/kiem-tra/kien-nghi/:id',
    lazy: async () => ({ Component: (await import('./RecommendationPage')).default }),
  },
  { path: '/kiem-tra/:id', lazy: async () => ({ Component: (await import('./InspectionPage')).default }) },
  { path: '/kiem-tra/:id/sua', lazy: async () => ({ Component: (await import('./EditInspectionPage')).default }) },
  { path: '/kiem-tra/:id/don-vi/:visit', lazy: async () => ({ Component: (await import('./VisitPage')).default }) },
]
