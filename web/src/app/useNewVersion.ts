import { useEffect, useState } from 'react'

/** The new shell waits until the person takes it: a form that is being filled is never reloaded. */
export function useNewVersion(): { ready: boolean; take: () => void; later: () => void } {
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null)
  useEffect(() => {
    if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
    let stopped = false
    let timer: ReturnType<typeof setInterval>
    void navigator.serviceWorker
      .register('/sw.js')
      .then((registration) => {
        if (stopped) return
        const watch = (worker: ServiceWorker | null) => {
          worker?.addEventListener('statechange', () => {
            // A first install has no page to replace.
            if (worker.state === 'installed' && navigator.serviceWorker.controller) setWaiting(worker)
          })
        }
        if (registration.waiting && navigator.serviceWorker.controller) setWaiting(registration.waiting)
        watch(registration.installing)
        registration.addEventListener('updatefound', () => watch(registration.installing))
        timer = setInterval(() => void registration.update().catch(() => undefined), 30 * 60_000)
      })
      .catch(() => undefined) // Plain http in the office: no worker, everything else works.
    return () => {
      stopped = true
      clearInterval(timer)
    }
  }, [])
  return {
    ready: waiting !== null,
    later: () => setWaiting(null),
    take: () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
      waiting?.postMessage('take-over')
    },
  }
}
