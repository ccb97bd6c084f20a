import { useSyncExternalStore } from 'react'
import { clockTexts } from '@/lib/clockTexts'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { minutesLeft, timeLeft } from '@/lib/timeLeft'
import { StatusTag } from './StatusTag'

const TICK = 20_000
let now = Date.now()
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  timer ??= setInterval(() => {
    now = Date.now()
    for (const one of listeners) one()
  }, TICK)
  return () => {
    listeners.delete(tell)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function current(): number {
  // A page that slept for an hour must not show the hour before.
  if (Date.now() - now > TICK) now = Date.now()
  return now
}

/** The time, one for all clocks of a page. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, current)
}

/** Calm above four hours, then orange, red in the last hour and when it has run out. Never by colour alone. */
export function TimeLeft({ due }: { due: string }) {
  const t = useTexts(clockTexts)
  const now = useNow()
  const left = minutesLeft(due, now)
  const tone = left < 60 ? 'red' : left < 240 ? 'orange' : 'blue'
  return (
    <span title={formatInstant(due)}>
      <StatusTag tone={tone} icon={left < 0 ? 'alert' : 'clock'}>
        {timeLeft(due, now, t)}
      </StatusTag>
    </span>
  )
}
