import { useEffect, useRef } from 'react'
import { useBlocker } from 'react-router'
import { useTexts } from '@/lib/i18n'
import { ask } from './ConfirmDialog'
import { uiTexts } from './texts'

/**
 * For what must not be kept on the device: asks, in general words or those given, before it is lost. The returned
 * function lets the next navigation pass (after a save).
 */
export function useLeaveGuard(dirty: boolean, words?: { title: string; body: string; go: string }): () => void {
  const general = useTexts(uiTexts).leave
  const t = words ?? general
  const free = useRef(false)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && !free.current && currentLocation.pathname !== nextLocation.pathname,
  )
  const asking = useRef(false)
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
