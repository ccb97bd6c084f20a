/**
 * Plain dates are `YYYY-MM-DD` texts and stay plain; instants are RFC 3339 UTC and are always shown on the ward's
 * clock, whatever the device says.
 */
import { currentLanguage } from './i18n'

export const ZONE = 'Asia/Ho_Chi_Minh'
export type PlainDate = string

const DAY = 86_400_000

function utc(date: PlainDate): number {
  return Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
}

export function isPlainDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = utc(text)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(utc(date) + days * DAY).toISOString().slice(0, 10)
}

export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((utc(to) - utc(from)) / DAY)
}

/** Today on the ward's clock. */
export function today(now: Date = new Date()): PlainDate {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, dateStyle: 'short' }).format(now)
  return parts.slice(0, 10)
}

export function formatDate(date: PlainDate | null | undefined): string {
  if (!date) return ''
  const [y, m, d] = date.slice(0, 10).split('-')
  return `${d}/${m}/${y}`
}

export function formatDayMonth(date: PlainDate | null | undefined): string {
  return formatDate(date).slice(0, 5)
}

export function formatRange(from: PlainDate | null | undefined, to: PlainDate | null | undefined): string {
  if (!from || !to) return formatDate(from ?? to)
  const left = from.slice(0, 4) === to.slice(0, 4) ? formatDayMonth(from) : formatDate(from)
  return `${left} – ${formatDate(to)}`
}

const WEEKDAYS = {
  vi: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const

export function weekday(date: PlainDate): string {
  return WEEKDAYS[currentLanguage()][new Date(utc(date)).getUTCDay()] ?? ''
}

function zoned(instant: string): { date: PlainDate; time: string } {
  const at = new Date(instant)
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
  return { date: today(at), time }
}

export function formatTime(instant: string): string {
  return zoned(instant).time
}

/** `14:00 03/06/2026` */
export function formatInstant(instant: string | null | undefined): string {
  if (!instant) return ''
  const { date, time } = zoned(instant)
  return `${time} ${formatDate(date)}`
}

/** The time alone for today, the date otherwise: enough for a feed. */
export function formatWhen(instant: string, now: Date = new Date()): string {
  const { date, time } = zoned(instant)
  const now_ = today(now)
  if (date === now_) return time
  if (date.slice(0, 4) === now_.slice(0, 4)) return `${time} ${formatDayMonth(date)}`
  return `${time} ${formatDate(date)}`
}

/**
 * What people type: `27/03/2016`, `27032016`, `5/9/2015`, `5-9-15`, `5/9` (year of `reference`).
 * Returns null for a text that is no date.
 */
export function parseTyped(text: string, reference: PlainDate = today()): PlainDate | null {
  const clean = text.trim()
  if (isPlainDate(clean)) return clean
  let parts: string[]
  if (/^\d{8}$/.test(clean)) parts = [clean.slice(0, 2), clean.slice(2, 4), clean.slice(4)]
  else if (/^\d{6}$/.test(clean)) parts = [clean.slice(0, 2), clean.slice(2, 4), clean.slice(4)]
  else if (/^\d{4}$/.test(clean)) parts = [clean.slice(0, 2), clean.slice(2)]
  else parts = clean.split(/[\s/.\-–]+/)
  if (parts.length < 2 || parts.length > 3 || !parts.every((p) => /^\d+$/.test(p))) return null
  const [d = '', m = '', y] = parts
  let year = y ?? reference.slice(0, 4)
  if (year.length === 2) {
    // A two-digit year is the nearest one that is not far in the future.
    const century = Number(reference.slice(0, 2))
    const near = century * 100 + Number(year)
    year = String(near > Number(reference.slice(0, 4)) + 20 ? near - 100 : near)
  }
  if (year.length !== 4 || d.length > 2 || m.length > 2) return null
  const iso = `${year}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  return isPlainDate(iso) ? iso : null
}
