import { lazy, Suspense, useEffect, useSyncExternalStore, type ReactNode } from 'react'
import { Guard } from './Guard'

/** Short messages. The library that shows them is fetched with the first one. */
export interface ToastMessage {
  id: number
  tone: 'ok' | 'error' | 'info'
  text: string
  action?: { label: string; run: () => void }
}

let messages: ToastMessage[] = []
let next = 1
const listeners = new Set<() => void>()

function show(message: Omit<ToastMessage, 'id'>): void {
  messages = [...messages, { ...message, id: next++ }]
  for (const tell of listeners) tell()
}

export const toast = {
  ok: (text: string, action?: ToastMessage['action']) => show({ tone: 'ok', text, action }),
  error: (text: string, action?: ToastMessage['action']) => show({ tone: 'error', text, action }),
  info: (text: string, action?: ToastMessage['action']) => show({ tone: 'info', text, action }),
}

export function takeToasts(): ToastMessage[] {
  const taken = messages
  if (taken.length > 0) messages = []
  return taken
}

export function subscribeToasts(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

const load = () => import('./Notifications')
const Notifications = lazy(load)

export function ToastHost(): ReactNode {
  const wanted = useSyncExternalStore(subscribeToasts, () => next > 1)
  useEffect(() => {
    // Fetched once the page is quiet, so that a message about a lost network does not need the network.
    const timer = setTimeout(() => void load().catch(() => undefined), 3_000)
    return () => clearTimeout(timer)
  }, [])
  return wanted ? (
    <Guard>
      <Suspense>
        <Notifications />
      </Suspense>
    </Guard>
  ) : null
}
