/** The filters live in the address. */
import type { PlanRow, ReportKind, ReportQuery, ReportsDue, ReportStatus } from '@/api/types'
import { addDays } from '@/lib/dates'

export const WARD_KINDS: ReportKind[] = ['ward_final', 'ward_flash']
export const UNIT_KINDS: ReportKind[] = ['unit_week', 'unit_final']
export const STATUSES: ReportStatus[] = ['draft', 'submitted', 'returned', 'approved', 'sent', 'acknowledged']

export type ReportFilters = Pick<ReportQuery, 'kind' | 'status' | 'plan_id' | 'ward_id' | 'unit_id'>

const PASSED = {
  loai: 'kind',
  'trang-thai': 'status',
  'ke-hoach': 'plan_id',
  phuong: 'ward_id',
  'don-vi': 'unit_id',
} as const

/** What the list asks for; without a kind, all of those that belong to the list. */
export function toFilters(params: URLSearchParams, kinds: ReportKind[]): ReportFilters {
  const filters: ReportFilters = {}
  for (const [name, key] of Object.entries(PASSED)) {
    const value = params.get(name)
    if (value) filters[key] = value
  }
  if (!kinds.includes(filters.kind as ReportKind)) filters.kind = kinds.join(',')
  return filters
}

export const isFiltered = (params: URLSearchParams): boolean =>
  ['loai', 'trang-thai', 'phuong', 'don-vi'].some((name) => params.get(name))

/** The plan of the address, else the one in force, else the newest; drafts have nothing to report. */
export function planOf(params: URLSearchParams, plans: PlanRow[]): PlanRow | null {
  const known = plans.filter((plan) => plan.status !== 'draft')
  return (
    known.find((plan) => plan.id === params.get('ke-hoach')) ??
    known.find((plan) => plan.status === 'published') ??
    known[0] ??
    null
  )
}

/** A day of the week before and of the week after, as far as the plan goes and the week has begun. */
export function weeksAround(
  due: Pick<ReportsDue, 'period_from' | 'period_to'>,
  plan: Pick<PlanRow, 'starts_on' | 'ends_on'>,
  today: string,
): { before: string | null; after: string | null } {
  const after = addDays(due.period_to, 1)
  return {
    before: due.period_from > plan.starts_on ? addDays(due.period_from, -1) : null,
    after: after <= plan.ends_on && after <= today ? after : null,
  }
}
