/** What the charts draw, out of the answer. Pure; tested. */
import type { Overview } from '@/api/types'
import { addDays, type PlainDate } from '@/lib/dates'
import { cumulate } from '@/ui/charts/scale'

export type Tasks = NonNullable<Overview['tasks']>
export type Tally = Pick<Tasks, 'done' | 'doing' | 'late' | 'todo' | 'total'>
export type UnitWork = Tasks['by_unit'][number]

/** The units that are late, the one that waits longest first. */
export function lateUnits(units: UnitWork[]): UnitWork[] {
  return units
    .filter((unit) => unit.late > 0)
    .toSorted((a, b) => b.oldest_late_days - a.oldest_late_days || b.late - a.late)
}

export interface BurnUp {
  due: number[]
  /** Nothing is known of weeks to come. */
  done: (number | null)[]
  /** The week that it is now, where it lies within. */
  now?: number
}

/** How many tasks should be done by the end of each week, and how many were. */
export function burnUp(
  { weeks, due_before, done_before }: Pick<Tasks, 'weeks' | 'due_before' | 'done_before'>,
  today: PlainDate,
): BurnUp {
  const sums = (before: number, values: number[]) => cumulate(values).map((sum) => before + sum)
  const done = sums(
    done_before,
    weeks.map((week) => week.done),
  )
  const begun = weeks.map((week) => week.starts_on <= today)
  const now = weeks.findIndex((week) => week.starts_on <= today && today <= addDays(week.starts_on, 6))
  return {
    due: sums(
      due_before,
      weeks.map((week) => week.due),
    ),
    done: done.map((sum, at) => (begun[at] ? sum : null)),
    ...(now < 0 ? {} : { now }),
  }
}

export interface Place {
  number: number
  key: string
  title: string
  place: string
  kind: 'event' | 'communication'
  to: string
  lat: number
  lng: number
}

/** Numbered as in the list beside the map; so many dots can still be told from each other. */
export const MOST_PLACES = 25

/** Events and places of communications: nothing of a child or a case has a point here. */
export function placesOf({ events, communications }: Overview): Place[] {
  const ofEvents = (events?.places ?? []).map(({ id, title, place, point }) => ({
    key: id,
    title,
    place,
    kind: 'event' as const,
    to: `/lich/${id}`,
    lat: point.lat,
    lng: point.lng,
  }))
  const ofItems = (communications?.places ?? []).map(({ id, title, place, latitude, longitude }, at) => ({
    key: `${id}-${at}`,
    title,
    place,
    kind: 'communication' as const,
    to: `/truyen-thong/${id}`,
    lat: latitude,
    lng: longitude,
  }))
  return [...ofEvents, ...ofItems].slice(0, MOST_PLACES).map((one, at) => ({ ...one, number: at + 1 }))
}

/** Wards with most late work first; of equals the order of their names stays. */
export function byNeed(wards: NonNullable<Overview['wards']>): NonNullable<Overview['wards']> {
  return wards.toSorted((a, b) => b.tasks.late - a.tasks.late || b.obstacles.open - a.obstacles.open)
}
