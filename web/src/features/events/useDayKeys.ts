import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'
import { addDays, type PlainDate } from '@/lib/dates'
import { addMonths, mondayOf } from './calendar'

interface DayKeys {
  days: PlainDate[]
  day: PlainDate
  onDay: (day: PlainDate) => void
  canCreate: boolean
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

function target(key: string, from: PlainDate): PlainDate | null {
  const step = STEPS[key]
  if (step !== undefined) return addDays(from, step)
  if (key === 'Home') return mondayOf(from)
  if (key === 'End') return addDays(mondayOf(from), 6)
  if (key === 'PageUp') return addMonths(from, -1)
  if (key === 'PageDown') return addMonths(from, 1)
  return null
}

/** One day of the calendar is reached by Tab, the others from it by arrows; beyond the edge the calendar turns a page. */
export function useDayKeys({ days, day, onDay, canCreate }: DayKeys) {
  const navigate = useNavigate()
  const [active, setActive] = useState(day)
  const wanted = useRef<PlainDate | null>(null)
  const current = days.includes(active) ? active : day
  useEffect(() => {
    if (!wanted.current) return
    const button = document.querySelector<HTMLElement>(`[data-day="${wanted.current}"]`)
    if (!button) return
    wanted.current = null
    button.focus()
  })
  const onKeyDown = (event: KeyboardEvent, from: PlainDate) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'n' && canCreate) {
      // The page's own "n" knows no day.
      event.stopPropagation()
      void navigate(`/lich/them?ngay=${from}`)
      return
    }
    const next = target(event.key, from)
    if (!next) return
    event.preventDefault()
    wanted.current = next
    setActive(next)
    if (!days.includes(next)) onDay(next)
  }
  return (one: PlainDate) => ({
    'data-day': one,
    tabIndex: one === current ? 0 : -1,
    onKeyDown: (event: KeyboardEvent) => onKeyDown(event, one),
  })
}
