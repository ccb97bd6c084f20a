import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { CaseForm } from '@/api/types'
import { useSession } from '@/app/session'
import { connection } from '@/lib/connection'
import { dropSealed, keepSealed, readSealed } from '@/offline/sealed'
import { saveForm } from '../acts'
import { draftId } from './draft'
import { FormKeeper, type Draft } from './keeper'

/** A form that saves itself: after a pause, on leaving, when the network is back. */
export function useForm(form: CaseForm, editable: boolean) {
  const { me } = useSession()
  const id = draftId(form.case_id, form.kind)
  const keeper = useMemo(
    () =>
      new FormKeeper(form, {
        send: (version, content) => saveForm({ case_id: form.case_id, kind: form.kind, version }, content),
        keep: (draft) => keepSealed(id, me.user.id, draft),
        drop: () => dropSealed(id),
      }),
    // The form as it was first read: what comes later comes through the keeper.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [id, me.user.id],
  )
  const [restored, setRestored] = useState(false)
  useEffect(() => {
    if (!editable) return
    let gone = false
    void readSealed<Draft>(id, me.user.id).then((found) => {
      if (!found || gone) return
      keeper.restore(found.value)
      setRestored(true)
    })
    return () => {
      gone = true
    }
  }, [editable, id, keeper, me.user.id])
  useEffect(() => {
    if (!editable) return
    const now = () => {
      if (keeper.isDirty) void keeper.save()
    }
    const hidden = () => {
      if (document.visibilityState === 'hidden') now()
    }
    const back = connection.subscribe(() => {
      if (connection.reachable) now()
    })
    addEventListener('online', now)
    addEventListener('pagehide', now)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      back()
      removeEventListener('online', now)
      removeEventListener('pagehide', now)
      document.removeEventListener('visibilitychange', hidden)
      // Leaving the page: what was typed last goes with it.
      now()
      if (!keeper.isDirty) keeper.stop()
    }
  }, [editable, keeper])
  const view = useSyncExternalStore(keeper.subscribe, keeper.current)
  return { keeper, view, restored }
}
