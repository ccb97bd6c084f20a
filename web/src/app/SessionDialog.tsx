import { lazy, Suspense, useSyncExternalStore } from 'react'
import { credentials } from '@/api/credentials'

const SignInAgain = lazy(() => import('./SignInAgain'))

export function SessionDialog() {
  const ended = useSyncExternalStore(credentials.subscribe, () => credentials.state === 'ended')
  return ended ? (
    <Suspense>
      <SignInAgain />
    </Suspense>
  ) : null
}
