import type { RouteObject } from 'react-router'

export const adminRoutes: RouteObject[] = [
  { path: '/quan-tri/nguoi-dung', lazy: async () => ({ Component: (await import('./UsersPage')).default }) },
  { path: '/quan-tri/don-vi', lazy: async () => ({ Component: (await import('./UnitsPage')).default }) },
  { path: '/quan-tri/uy-quyen', lazy: async () => ({ Component: (await import('./DelegationsPage')).default }) },
  { path: '/quan-tri/duong-day-nong', lazy: async () => ({ Component: (await import('./HotlinesPage')).default }) },
  { path: '/quan-tri/cai-dat', lazy: async () => ({ Component: (await import('./settings/SettingsPage')).default }) },
  { path: '/quan-tri/tinh-trang', lazy: async () => ({ Component: (await import('./system/SystemPage')).default }) },
  { path: '/quan-tri/nhat-ky', lazy: async () => ({ Component: (await import('./audit/AuditPage')).default }) },
  { path: '/quan-tri/dang-nhap', lazy: async () => ({ Component: (await import('./signIns/SignInsPage')).default }) },
  { path: '/quyen', lazy: async () => ({ Component: (await import('./PermissionsPage')).default }) },
]
