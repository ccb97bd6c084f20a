import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTexts } from '@/lib/i18n'
import { Button } from './Button'
import styles from './IdleCover.module.css'
import { uiTexts } from './texts'

const TEN_MINUTES = 10 * 60_000
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** Whether nobody has touched the page for so long. Counted by the clock: a sleeping tab's timers stand still. */
export function useIdle(after = TEN_MINUTES): [idle: boolean, wake: () => void] {
  const [idle, setIdle] = useState(false)
  const last = useRef(0)
  useEffect(() => {
    if (idle) return
    last.current = Date.now()
    const alive = () => {
      // A mouse that moves after the time is up does not uncover: the person who moves it may be another one.
      if (Date.now() - last.current < after) last.current = Date.now()
    }
    const look = () => {
      if (Date.now() - last.current >= after) setIdle(true)
    }
    const timer = setInterval(look, Math.min(after, 5_000))
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, alive, { passive: true, capture: true })
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, alive, { capture: true })
      document.removeEventListener('visibilitychange', look)
    }
  }, [idle, after])
  return [idle, () => setIdle(false)]
}

/**
 * Covers a page about a person after ten idle minutes, dialogs included. What is below stays as it is (a half-filled
 * form is not lost) but can neither be seen, nor read out, nor reached by the keyboard, nor printed.
 */
export function IdleCover({ after }: { after?: number }) {
  const [idle, wake] = useIdle(after)
  return idle ? <Cover onWake={wake} /> : null
}

function Cover({ onWake }: { onWake: () => void }) {
  const t = useTexts(uiTexts).idle
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    const others = Array.from(document.body.children).filter((one) => !one.contains(box.current))
    for (const one of others) {
      one.toggleAttribute('inert', true)
      one.toggleAttribute('data-covered', true)
    }
    box.current?.querySelector('button')?.focus()
    return () => {
      for (const one of others) {
        one.removeAttribute('inert')
        one.removeAttribute('data-covered')
      }
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return createPortal(
    <div ref={box} className={styles.cover} role="dialog" aria-modal="true" aria-labelledby="idle-title">
      <h2 id="idle-title">{t.title}</h2>
      <p>{t.body}</p>
      <Button onClick={onWake}>{t.go}</Button>
    </div>,
    document.body,
  )
}
