import { createBrowserRouter, Outlet, type RouteObject } from 'react-router'
import { accountRoutes, firstCodesRoutes } from '@/features/account/routes'
import { adminRoutes } from '@/features/admin/routes'
import { integrationRoutes } from '@/features/integration/routes'
import { authRoutes } from '@/features/auth/routes'
import { breachRoutes } from '@/features/breaches/routes'
import { caseRoutes } from '@/features/cases/routes'
import { childRoutes } from '@/features/children/routes'
import { coverageRoutes } from '@/features/children/coverage/routes'
import { childImportRoutes } from '@/features/children/imports/routes'
import { rightsRoutes } from '@/features/children/rights/routes'
import { communicationRoutes } from '@/features/communications/routes'
import { commendationRoutes } from '@/features/commendations/routes'
import { concernRoutes } from '@/features/concerns/routes'
import { dashboardRoutes } from '@/features/dashboard/routes'
import { eventRoutes, publicEventRoutes } from '@/features/events/routes'
import { homeRoutes } from '@/features/home/routes'
import { injuryRoutes } from '@/features/injuries/routes'
import { inspectionRoutes } from '@/features/inspections/routes'
import { notificationRoutes } from '@/features/notifications/routes'
import { obstacleRoutes } from '@/features/obstacles/routes'
import { planRoutes } from '@/features/plans/routes'
import { portalRoutes } from '@/features/portal/routes'
import { publicRoutes } from '@/features/public/routes'
import { referralRoutes } from '@/features/referrals/routes'
import { reportRoutes } from '@/features/reports/routes'
import { superiorRoutes } from '@/features/superior/routes'
import { setupRoutes } from '@/features/setup/routes'
import { summerRoutes } from '@/features/summer/routes'
import { taskRoutes } from '@/features/tasks/routes'
import { ConnectionWatch } from './ConnectionWatch'
import { CrashPage, NotFoundPage } from './ErrorPages'
import { SetupGate } from './SetupGate'

function Root() {
  return (
    <>
      <ConnectionWatch />
      <Outlet />
    </>
  )
}

const routes: RouteObject[] = [
  {
    element: <Root />,
    errorElement: <CrashPage />,
    children: [
      ...setupRoutes,
      {
        element: <SetupGate />,
        children: [...authRoutes, ...firstCodesRoutes, ...publicRoutes, ...publicEventRoutes],
      },
      {
        // Whoever only reports something needs no menu: the frame comes with the first page behind it.
        lazy: async () => ({ Component: (await import('./AuthGate')).AuthGate }),
        children: [
          {
            errorElement: <CrashPage />,
            children: [
              ...homeRoutes,
              ...dashboardRoutes,
              ...superiorRoutes,
              ...taskRoutes,
              ...childRoutes,
              ...caseRoutes,
              ...childImportRoutes,
              ...coverageRoutes,
              ...rightsRoutes,
              ...planRoutes,
              ...portalRoutes,
              ...obstacleRoutes,
              ...eventRoutes,
              ...summerRoutes,
              ...injuryRoutes,
              ...communicationRoutes,
              ...inspectionRoutes,
              ...commendationRoutes,
              ...concernRoutes,
              ...referralRoutes,
              ...reportRoutes,
              ...notificationRoutes,
              ...accountRoutes,
              ...adminRoutes,
              ...breachRoutes,
              ...integrationRoutes,
              { path: '/cho-gui', lazy: async () => ({ Component: (await import('./OutboxPage')).default }) },
              { path: '*', element: <NotFoundPage /> },
            ],
          },
        ],
      },
    ],
  },
]

export const router = createBrowserRouter(routes)
