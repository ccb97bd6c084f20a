/** The geometry of the calendar: which days, what lies on them, what lies beside what. Pure. */
import type { EventKind } from '@/api/types'
import { addDays, daysBetween, type PlainDate } from '@/lib/dates'
import { DAY_MINUTES, daysOf, lengthOf, momentOf, weekFrom, type Timed } from '@/lib/eventTimes'

export const VIEWS = ['thang', 'tuan', 'danh-sach'] as const
export type View = (typeof VIEWS)[number]

export interface Range {
  from: PlainDate
  to: PlainDate
}

export type Family = 'feast' | 'learn' | 'body'

const FAMILIES: Record<EventKind, Family> = {
  launch: 'feast',
  festival: 'feast',
  camp: 'feast',
  forum: 'feast',
  gift_visit: 'feast',
  excursion: 'feast',
  family_day: 'feast',
  skills_class: 'learn',
  communication: 'learn',
  meeting: 'learn',
  other: 'learn',
  swimming_class: 'body',
  health_check: 'body',
  sport: 'body',
}

/** Fourteen kinds are too many colours: three families, and the word beside. */
export const familyOf = (kind: EventKind): Family => FAMILIES[kind]

export const firstOfMonth = (day: PlainDate): PlainDate => `${day.slice(0, 8)}01`

export function addMonths(day: PlainDate, months: number): PlainDate {
  const [y = 0, m = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(y, m - 1 + months, 1)).toISOString().slice(0, 10)
}

export const lastOfMonth = (day: PlainDate): PlainDate => addDays(addMonths(day, 1), -1)

export function mondayOf(day: PlainDate): PlainDate {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
}

/** Whole weeks from Monday: four to six of them. */
export function monthGrid(day: PlainDate): PlainDate[][] {
  const first = mondayOf(firstOfMonth(day))
  const weeks = Math.ceil((daysBetween(first, lastOfMonth(day)) + 1) / 7)
  return Array.from({ length: weeks }, (_, at) => weekFrom(addDays(first, at * 7)))
}

/** What has to be loaded to show a view. */
export function rangeOf(view: View, day: PlainDate): Range {
  if (view === 'tuan') return { from: mondayOf(day), to: addDays(mondayOf(day), 6) }
  if (view === 'danh-sach') return { from: firstOfMonth(day), to: lastOfMonth(day) }
  const grid = monthGrid(day)
  return { from: grid[0]![0]!, to: grid.at(-1)!.at(-1)! }
}

/** The day that "previous" and "next" lead to. */
export const stepped = (view: View, day: PlainDate, by: 1 | -1): PlainDate =>
  view === 'tuan' ? addDays(day, by * 7) : addMonths(day, by)

const byTime = (a: Timed, b: Timed) => a.starts_at.localeCompare(b.starts_at) || b.ends_at.localeCompare(a.ends_at)

export function onDay<E extends Timed>(events: E[], day: PlainDate): E[] {
  return events
    .filter((event) => {
      const { first, last } = daysOf(event)
      return first <= day && day <= last
    })
    .toSorted(byTime)
}

/**
 * For each of the days the events by lane, null where a lane is free: an event of several days keeps its lane, so that
 * its parts lie beside each other.
 */
export function lanesOfWeek<E extends Timed>(events: E[], days: PlainDate[]): (E | null)[][] {
  const [from, to] = [days[0]!, days.at(-1)!]
  const out: (E | null)[][] = days.map(() => [])
  const spans = events
    .map((event) => ({ event, ...daysOf(event) }))
    .filter(({ first, last }) => first <= to && last >= from)
    .toSorted((a, b) => daysBetween(b.first, b.last) - daysBetween(a.first, a.last) || byTime(a.event, b.event))
  for (const { event, first, last } of spans) {
    const touched = out.filter((_, at) => first <= days[at]! && days[at]! <= last)
    let lane = 0
    while (touched.some((day) => day[lane])) lane += 1
    for (const day of touched) {
      while (day.length <= lane) day.push(null)
      day[lane] = event
    }
  }
  return out
}

/** Lasts so long that it belongs above the hours of a week. */
export const isWholeDays = (event: Timed): boolean => lengthOf(event) >= 20 * 3_600_000

export interface Block<E> {
  event: E
  /** Minutes of the day. */
  from: number
  to: number
  column: number
  columns: number
}

/** What lies on a day by the hour, past midnight cut at it; those that overlap share the width. */
export function blocksOfDay<E extends Timed>(events: E[], day: PlainDate): Block<E>[] {
  const parts = onDay(events, day)
    .filter((event) => !isWholeDays(event))
    .map((event) => {
      const [start, end] = [momentOf(event.starts_at), momentOf(event.ends_at)]
      return {
        event,
        from: start.day === day ? start.minutes : 0,
        to: end.day === day ? end.minutes : DAY_MINUTES,
      }
    })
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
  const out: Block<E>[] = []
  let cluster: Block<E>[] = []
  let ends: number[] = []
  const close = () => {
    for (const block of cluster) block.columns = ends.length
    out.push(...cluster)
    cluster = []
    ends = []
  }
  for (const part of parts) {
    if (ends.length > 0 && ends.every((end) => end <= part.from)) close()
    const free = ends.findIndex((end) => end <= part.from)
    const column = free < 0 ? ends.length : free
    ends[column] = part.to
    cluster.push({ ...part, column, columns: 1 })
  }
  close()
  return out
}

/** The hours that a week shows: the day's work, and what lies outside of it. */
export function hoursShown(blocks: Block<unknown>[]): { from: number; to: number } {
  const from = Math.min(7, ...blocks.map((block) => Math.floor(block.from / 60)))
  const to = Math.max(19, ...blocks.map((block) => Math.ceil(block.to / 60)))
  return { from, to }
}
