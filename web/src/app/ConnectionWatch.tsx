import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '@/api/client'
import { connection } from '@/lib/connection'
import { say } from '@/lib/i18n'
import { outbox, useReachable } from '@/offline/useOutbox'
import { toast } from '@/ui/toast'
import { appTexts } from './texts'

/** Asks the server whether it is back, and empties the outbox at every good moment. */
export function ConnectionWatch() {
  const queries = useQueryClient()
  const reachable = useReachable()
  useEffect(() => {
    const probe = () => void api.GET('/api/v1/public/info').catch(() => undefined)
    const offline = () => connection.lost()
    addEventListener('online', probe)
    addEventListener('offline', offline)
    const timer = setInterval(() => {
      if (!connection.reachable) probe()
      else if (outbox.count > 0) void outbox.flush()
    }, 15_000)
    const seen = () => {
      if (document.visibilityState === 'visible' && outbox.count > 0) void outbox.flush()
    }
    document.addEventListener('visibilitychange', seen)
    return () => {
      removeEventListener('online', probe)
      removeEventListener('offline', offline)
      document.removeEventListener('visibilitychange', seen)
      clearInterval(timer)
    }
  }, [])
  useEffect(() => {
    if (!reachable) return
    void outbox.flush()
    void queries.invalidateQueries({ predicate: (query) => query.state.status === 'error' })
  }, [reachable, queries])
  useEffect(
    () =>
      outbox.onSent(({ sent, held }) => {
        const t = say(appTexts).outbox
        // What was sent while the person waited is told by the form itself.
        for (const job of sent) if (Date.now() - job.created > 5_000) toast.ok(t.sent(job.title))
        for (const job of held) if (Date.now() - job.created > 5_000) toast.error(t.refused(job.title))
        if (sent.length > 0) void queries.invalidateQueries()
      }),
    [queries],
  )
  return null
}
