import { useEffect, useRef } from 'react'
import { useBlocker } from 'react-router'
import { useTexts } from '@/lib/i18n'
import { ask } from '@/ui/ConfirmDialog'
import { importTexts } from './texts'

/**
 * Asks before corrections and decisions are lost: they are kept nowhere but here. The steps of one import are one
 * place. The returned function lets the next move pass.
 */
export function useLeaveWarning(dirty: boolean): () => void {
  const t = useTexts(importTexts).leave
  const free = useRef(false)
  const asking = useRef(false)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && !free.current && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (blocker.state !== 'blocked' || asking.current) return
    asking.current = true
    void ask({ title: t.title, body: t.body, confirm: t.go, danger: true }).then((answer) => {
      asking.current = false
      if (answer.yes) blocker.proceed()
      else blocker.reset()
    })
  }, [blocker, t])
  useEffect(() => {
    if (!dirty) return
    const warn = (event: BeforeUnloadEvent) => {
      if (!free.current) event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [dirty])
  return () => {
    free.current = true
  }
}
