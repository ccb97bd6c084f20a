import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { Navigate, useLocation } from 'react-router'
import { refreshSession } from '@/api/client'
import { credentials } from '@/api/credentials'
import { useTexts } from '@/lib/i18n'
import { isOffline, isProblem } from '@/lib/problem'
import { dropOldSnapshots } from '@/offline/db'
import { outbox } from '@/offline/useOutbox'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState } from '@/ui/ErrorState'
import { PageSkeleton } from '@/ui/Skeletons'
import { loadMe, meKey, SessionProvider, wasSignedIn } from './session'
import { Shell } from './Shell'
import { appTexts } from './texts'

/** Everything behind it has a signed-in person. */
export function AuthGate() {
  const t = useTexts(appTexts).start
  const location = useLocation()
  const queries = useQueryClient()
  const state = useSyncExternalStore(credentials.subscribe, () => credentials.state)
  const start = useQuery({
    queryKey: ['session-start'],
    // A cookie from before is tried once; without one the sign-in page opens at once.
    queryFn: async () => {
      if (credentials.state !== 'unknown') return true
      if (!wasSignedIn()) return false
      try {
        return (await refreshSession()) !== null
      } catch (error) {
        if (isOffline(error)) return true
        throw error
      }
    },
    staleTime: Infinity,
    retry: false,
  })
  const ready = start.data === true || state === 'signed_in' || state === 'ended'
  const me = useQuery({ queryKey: meKey, queryFn: loadMe, enabled: ready, staleTime: 60_000 })
  const userId = me.data?.user.id

  useEffect(() => {
    if (!userId) return
    void outbox.open(userId).then(() => outbox.flush())
    void dropOldSnapshots()
  }, [userId])

  useEffect(() => {
    // The page was opened without a network and shows what the device kept: refresh once the session is there.
    if (state === 'signed_in') void queries.invalidateQueries({ queryKey: meKey })
  }, [state, queries])

  if (state === 'signed_out' || start.data === false) {
    const next = location.pathname + location.search
    return <Navigate to={next === '/' ? '/dang-nhap' : `/dang-nhap?tiep=${encodeURIComponent(next)}`} replace />
  }
  if (me.data) {
    if (me.data.user.must_change_password) return <Navigate to="/doi-mat-khau" replace />
    if (me.data.user.otp_setup_required) return <Navigate to="/xac-thuc-hai-buoc" replace />
    return (
      <SessionProvider me={me.data}>
        <Shell />
      </SessionProvider>
    )
  }
  const error = start.error ?? me.error
  if (isProblem(error, 401)) return <Navigate to="/dang-nhap" replace />
  if (isProblem(error, 403) && error.code === 'password_change_required') return <Navigate to="/doi-mat-khau" replace />
  const retry = () => void (start.isError ? start.refetch() : me.refetch())
  if (isOffline(error)) {
    return (
      <EmptyState title={t.offlineTitle} action={<Button onClick={retry}>{t.retry}</Button>}>
        {t.offlineBody}
      </EmptyState>
    )
  }
  if (error) return <ErrorState error={error} onRetry={retry} />
  return (
    <div style={{ padding: 24 }}>
      <PageSkeleton />
    </div>
  )
}
