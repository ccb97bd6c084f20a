import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useSession } from '@/app/session'
import { dropSealed, keepSealed, mayKeep, readSealed, sealedIds } from '@/offline/sealed'
import { draftId, DraftKeeper, reportOf, type Report } from './draft'

/** Keeps a report sealed while it is written, and gives back what was begun. */
export function useDraft(values: Report, restore: (report: Report) => boolean) {
  const { me } = useSession()
  const userId = me.user.id
  const id = draftId(userId)
  const keeper = useMemo(
    () => new DraftKeeper({ keep: (report) => keepSealed(id, userId, report), drop: () => dropSealed(id) }),
    [id, userId],
  )
  const state = useSyncExternalStore(keeper.subscribe, keeper.current)
  const [restoredAt, setRestoredAt] = useState<string | null>(null)
  const latest = useRef(restore)
  useEffect(() => {
    latest.current = restore
  })
  useEffect(() => {
    let gone = false
    void readSealed<unknown>(id, userId).then((found) => {
      const report = found && reportOf(found.value)
      if (!report || gone || !latest.current(report)) return
      keeper.adopt(report)
      setRestoredAt(new Date(found.at).toISOString())
    })
    return () => {
      gone = true
    }
  }, [id, keeper, userId])
  const { kind, what_happened, discovered_at } = values
  useEffect(() => {
    keeper.change({ kind, what_happened, discovered_at })
  }, [keeper, kind, what_happened, discovered_at])
  useEffect(() => {
    const now = () => void keeper.flush()
    const hidden = () => {
      if (document.visibilityState === 'hidden') now()
    }
    addEventListener('pagehide', now)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      removeEventListener('pagehide', now)
      document.removeEventListener('visibilitychange', hidden)
      now()
    }
  }, [keeper])
  return {
    state: mayKeep() ? state : 'unsafe',
    restoredAt,
    end: () => keeper.end(),
    clear: () => {
      setRestoredAt(null)
      return keeper.clear()
    },
  } as const
}

/** Whether a report that was begun waits on this device. */
export function useHasDraft(): boolean {
  const { me } = useSession()
  const [has, setHas] = useState(false)
  useEffect(() => {
    void sealedIds(me.user.id, draftId(me.user.id)).then((ids) => setHas(ids.length > 0))
  }, [me.user.id])
  return has
}
