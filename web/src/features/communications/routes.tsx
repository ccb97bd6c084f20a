import type { RouteObject } from 'react-router'

export const communicationRoutes: RouteObject[] = [
  { path: '/truyen-thong', lazy: async () => ({ Component: (await import('./CommunicationsPage')).default }) },
  { path: '/truyen-thong/moi', lazy: async () => ({ Component: (await import('./NewCommunicationPage')).default }) },
  { path: '/truyen-thong/ai-da-phat', lazy: async () => ({ Component: (await import('./CountsPage')).default }) },
  { path: '/truyen-thong/dot', lazy: async () => ({ Component: (await import('./CampaignsPage')).default }) },
  { path: '/truyen-thong/:id', lazy: async () => ({ Component: (await import('./CommunicationPage')).default }) },
  {
    path: '/truyen-thong/:id/sua',
    lazy: async () => ({ Component: (await import('./EditCommunicationPage')).default }),
  },
  { path: '/truyen-thong/:id/in', lazy: async () => ({ Component: (await import('./PrintScriptPage')).default }) },
]
