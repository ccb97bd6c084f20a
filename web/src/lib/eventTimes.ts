/** When an event is, on the ward's clock. Pure. */
import { addDays, formatTime, today, weekday, type PlainDate } from './dates'

/** Vietnam has one zone and no summer time. */
const OFFSET = 7 * 3_600_000
const MINUTE = 60_000
export const DAY_MINUTES = 1440

export interface Moment {
  day: PlainDate
  /** Since midnight, 0 to 1439. */
  minutes: number
}

export interface Timed {
  starts_at: string
  ends_at: string
}

export function momentOf(instant: string): Moment {
  const shifted = Date.parse(instant) + OFFSET
  return {
    day: new Date(shifted).toISOString().slice(0, 10),
    minutes: Math.floor((shifted % (DAY_MINUTES * MINUTE)) / MINUTE),
  }
}

/** The instant of a minute of a day; minutes beyond midnight fall on the days after. */
export function instantAt(day: PlainDate, minutes: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET + minutes * MINUTE).toISOString()
}

/** In milliseconds. */
export const lengthOf = (event: Timed): number => Date.parse(event.ends_at) - Date.parse(event.starts_at)

/** First and last day; what ends at midnight does not reach into the next day. */
export function daysOf(event: Timed): { first: PlainDate; last: PlainDate } {
  const last = Math.max(Date.parse(event.ends_at) - 1, Date.parse(event.starts_at))
  return { first: momentOf(event.starts_at).day, last: momentOf(new Date(last).toISOString()).day }
}

/** `01/6`, `02/01`: as offices write it (Decree 30/2020); another year is named. */
export function dayInWords(day: PlainDate, reference: PlainDate = today()): string {
  const [y = '', m = '', d = ''] = day.split('-')
  const month = Number(m) > 2 ? String(Number(m)) : m
  return y === reference.slice(0, 4) ? `${d}/${month}` : `${d}/${month}/${y}`
}

export const namedDay = (day: PlainDate): string => `${weekday(day)}, ${dayInWords(day)}`

/** `Thứ Bảy, 01/6, 07:30–09:00`; both days where it lasts beyond one. */
export function whenInWords(event: Timed): string {
  const { first, last } = daysOf(event)
  const [from, to] = [formatTime(event.starts_at), formatTime(event.ends_at)]
  if (first === last) return `${namedDay(first)}, ${from}–${to === '00:00' ? '24:00' : to}`
  const end = momentOf(event.ends_at).day
  return `${namedDay(first)}, ${from} – ${namedDay(end)}, ${to}`
}

/** The hours of an event on one of its days: `07:30–09:00`, `từ 19:30` is the caller's word. */
export function hoursOn(event: Timed, day: PlainDate): { from: string | null; to: string | null } {
  const { first, last } = daysOf(event)
  const to = formatTime(event.ends_at)
  return {
    from: day === first ? formatTime(event.starts_at) : null,
    to: day === last ? (to === '00:00' ? '24:00' : to) : null,
  }
}

/** The same length and hour on another day, or at another minute of it. */
export function movedTo(event: Timed, day: PlainDate, minutes = momentOf(event.starts_at).minutes): Timed {
  const starts_at = instantAt(day, minutes)
  return { starts_at, ends_at: new Date(Date.parse(starts_at) + lengthOf(event)).toISOString() }
}

export const weekFrom = (monday: PlainDate): PlainDate[] => Array.from({ length: 7 }, (_, at) => addDays(monday, at))
