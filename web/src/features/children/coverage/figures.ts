import { compareVietnamese } from '@/lib/text'
import type { Count, Coverage, Programme, ProgrammeCoverage } from './queries'

export interface Place {
  /** `null`: pupils who live outside of the ward's neighborhoods. */
  id: string | null
  name: string | null
  counts: Partial<Record<Programme, Count>>
}

/** Neighborhoods as rows: who has nobody entitled to one programme still stands there for another. */
export function placesOf(coverage: Coverage): Place[] {
  const places = new Map<string | null, Place>()
  for (const { programme, by_neighborhood } of coverage.programmes) {
    for (const { neighborhood, entitled, reached, not_reached } of by_neighborhood) {
      const id = neighborhood?.id ?? null
      const place = places.get(id) ?? { id, name: neighborhood?.name ?? null, counts: {} }
      place.counts[programme] = { entitled, reached, not_reached }
      places.set(id, place)
    }
  }
  return [...places.values()].sort((a, b) =>
    a.name === null ? 1 : b.name === null ? -1 : compareVietnamese(a.name, b.name),
  )
}

/** Never 100 while one is left out, never 0 once one is reached. */
export function percentOf({ entitled, reached }: Count): number {
  if (entitled === 0) return 0
  const percent = Math.round((reached / entitled) * 100)
  if (reached < entitled) return Math.min(99, reached > 0 ? Math.max(1, percent) : 0)
  return 100
}

/** The longest bar is the neighborhood with the most who are entitled. */
export const widest = (one: ProgrammeCoverage): number =>
  Math.max(1, ...one.by_neighborhood.map(({ entitled }) => entitled))

/** This year and the four before; an older one from an address stays among them. */
export function yearsFrom(thisYear: number, chosen: number): number[] {
  const years = Array.from({ length: 5 }, (_, back) => thisYear - back)
  return years.includes(chosen) ? years : [...years, chosen].sort((a, b) => b - a)
}

export function yearOf(text: string | null, thisYear: number): number {
  const year = /^(20\d\d)$/.exec(text ?? '')
  return year && Number(year[0]) <= thisYear ? Number(year[0]) : thisYear
}
