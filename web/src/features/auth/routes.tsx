import type { RouteObject } from 'react-router'

export const authRoutes: RouteObject[] = [
  { path: '/dang-nhap', lazy: async () => ({ Component: (await import('./SignInPage')).default }) },
  { path: '/doi-mat-khau', lazy: async () => ({ Component: (await import('./FirstPasswordPage')).default }) },
]
