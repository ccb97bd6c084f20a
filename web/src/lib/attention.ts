/** On a shared machine a page that nobody touches asks for nothing by itself, so that its session ends on the server. */
import { focusManager } from '@tanstack/react-query'
import { recall } from './storage'

/** Far less than the hour after which the server ends an idle session on a shared machine. */
const QUARTER = 15 * 60_000
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

const isShared = () => recall<boolean>('bup.shared') === true

export function watchAttention(after = QUARTER): void {
  focusManager.setEventListener((tell) => {
    let last = Date.now()
    let told: boolean | null = null
    const look = () => {
      const attended = document.visibilityState !== 'hidden' && (!isShared() || Date.now() - last < after)
      if (attended !== told) tell(attended)
      told = attended
    }
    const alive = () => {
      last = Date.now()
      if (told === false) look()
    }
    const timer = setInterval(look, Math.min(after, 60_000))
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, alive, { passive: true, capture: true })
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, alive, { capture: true })
      document.removeEventListener('visibilitychange', look)
    }
  })
}
