/** The arithmetic of the page, without a screen. Pure; tested in `compare.test.ts`. */
import type { ReportsOverview, WardReports } from '@/api/types'
import { compareVietnamese } from '@/lib/text'
import type { State } from './filters'

/** What must be chased first, then what waits for the reader, then what is done. */
export function stateOf(ward: WardReports): State {
  if (ward.status === 'sent' || ward.status === 'acknowledged' || ward.status === 'returned') return ward.status
  return ward.late ? 'late' : 'missing'
}

const RANK: Record<State, number> = { late: 0, missing: 1, returned: 2, sent: 3, acknowledged: 4 }

export function byNeed(wards: WardReports[]): WardReports[] {
  return wards.toSorted((a, b) => RANK[stateOf(a)] - RANK[stateOf(b)] || compareVietnamese(a.ward_name, b.ward_name))
}

/** A late ward has not sent either: "missing" shows both, as its number counts both. */
export function inState(ward: WardReports, state: State | null): boolean {
  if (state === null) return true
  const own = stateOf(ward)
  return own === state || (state === 'missing' && own === 'late')
}

export type Shown = { kind: 'value'; value: number } | { kind: 'hidden' } | { kind: 'none' }

export function figureOf(ward: WardReports, code: string): Shown {
  const figure = ward.figures.find((one) => one.code === code)
  if (figure?.hidden) return { kind: 'hidden' }
  return figure?.value === null || figure?.value === undefined
    ? { kind: 'none' }
    : { kind: 'value', value: figure.value }
}

/** Where some are held back the sum is a floor; where none is shown there is nothing to say but that. */
export type Total = { kind: 'exact' | 'least'; value: number } | { kind: 'hidden' } | { kind: 'none' }

export function totalOf(sum: ReportsOverview['sums'][number]): Total {
  if (sum.wards === 0) return { kind: sum.hidden > 0 ? 'hidden' : 'none' }
  return { kind: sum.hidden > 0 ? 'least' : 'exact', value: sum.value }
}

/** The larger first; what is held back or not counted stands at the end. */
export function byFigure(wards: WardReports[], code: string): { ward: WardReports; shown: Shown }[] {
  const size = (shown: Shown) => (shown.kind === 'value' ? shown.value : shown.kind === 'hidden' ? -1 : -2)
  return wards
    .map((ward) => ({ ward, shown: figureOf(ward, code) }))
    .toSorted((a, b) => size(b.shown) - size(a.shown) || compareVietnamese(a.ward.ward_name, b.ward.ward_name))
}
