/** Who is signed in and what they may do. Hiding is a courtesy; the server decides. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { api, take } from '@/api/client'
import { credentials } from '@/api/credentials'
import type { Me } from '@/api/types'
import { readSnapshot, keepSnapshot, dropSnapshots } from '@/offline/db'
import { forgetSealed } from '@/offline/sealed'
import { isSharedMachine, SHARED_KEY } from '@/offline/snapshot'
import { isOffline } from '@/lib/problem'
import { forgetPersonal, recall, remember } from '@/lib/storage'

export type Action = 'read' | 'create' | 'update' | 'approve'
/** With a scope: only where the right reaches that far ("ward"). */
export type Can = (resource: string, action: Action, scope?: string) => boolean

export const SIGNED_IN_KEY = 'bup.signedIn'

export function permissionOf(me: Pick<Me, 'permissions'>): Can {
  return (resource, action, scope) =>
    me.permissions.some(
      (p) => p.resource === resource && p.actions.includes(action) && (scope === undefined || p.scope === scope),
    )
}

interface SessionValue {
  me: Me
  can: Can
  /** The ward's date, as the server sees it. */
  today: string
}

const SessionContext = createContext<SessionValue | null>(null)

export function SessionProvider({ me, children }: { me: Me; children: ReactNode }) {
  const value = useMemo(() => ({ me, can: permissionOf(me), today: me.today }), [me])
  return <SessionContext value={value}>{children}</SessionContext>
}

export function useSession(): SessionValue {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside of the signed-in part')
  return session
}

export function useCan(): Can {
  return useSession().can
}

const ME_SNAPSHOT = 'me'

/** `me`, from the device when there is no network, so that a phone can start in a place without signal. */
export async function loadMe(): Promise<Me> {
  try {
    const me = await take(api.GET('/api/v1/me'))
    if (!isSharedMachine()) void keepSnapshot(ME_SNAPSHOT, me.user.id, me)
    return me
  } catch (error) {
    if (!isOffline(error) || isSharedMachine()) throw error
    const kept = await readSnapshot<Me>(ME_SNAPSHOT)
    if (!kept) throw error
    return kept.value
  }
}

export const meKey = ['me'] as const

export function rememberSignIn(shared: boolean): void {
  remember(SIGNED_IN_KEY, true)
  remember(SHARED_KEY, shared)
}

export function wasSignedIn(): boolean {
  return recall<boolean>(SIGNED_IN_KEY) === true
}

/** Leaves nothing of the person on the device but what still waits to be sent. */
export async function signOut(queries: QueryClient): Promise<void> {
  try {
    await take(api.POST('/api/v1/auth/logout', { body: {} }))
  } catch {
    // Without a network the session ends on the server when it expires; the device forgets it now.
  }
  credentials.signOut()
  queries.clear()
  forgetPersonal()
  await dropSnapshots()
  await forgetSealed()
}

export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    await signOut(queries)
    location.assign('/dang-nhap')
  }
}
