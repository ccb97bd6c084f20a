/** Sessions of a series, as the server counts them. Pure. */
import { addDays, type PlainDate } from '@/lib/dates'

export interface Repeat {
  on: boolean
  every: 'day' | 'week'
  /** 1 Monday … 7 Sunday; the first session's own day when empty. */
  weekdays: string[]
  until: PlainDate | null
}

export const SESSIONS_MAX = 60
const YEAR = 366

/** 1 Monday … 7 Sunday. */
export const weekdayNumber = (day: PlainDate): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

/** The days of all sessions, the first one included. */
export function sessionsOf(repeat: Repeat, first: PlainDate): PlainDate[] {
  const days = [first]
  if (!repeat.on || !repeat.until) return days
  const chosen = repeat.weekdays.length > 0 ? repeat.weekdays.map(Number) : [weekdayNumber(first)]
  for (let at = 1; at <= YEAR; at += 1) {
    const day = addDays(first, at)
    if (day > repeat.until) break
    if (repeat.every === 'day' || chosen.includes(weekdayNumber(day))) days.push(day)
  }
  return days
}
