/** The filters live in the address: they say nothing of a child. What is searched for lives in memory alone. */
import type { Concern, ConcernLine } from '@/api/types'

export const VIAS: Concern['received_via'][] = [
  'phone',
  'in_person',
  'third_person',
  'hotline_111',
  'public_form',
  'police',
  'school',
  'health',
  'letter',
  'social_network',
  'other_commune',
  'other',
]
export const DANGERS: Concern['danger_level'][] = ['emergency', 'high', 'medium', 'low', 'unknown']
export const SUBJECTS: Concern['subject_kind'][] = ['abused', 'at_risk', 'special_circumstances', 'unclear']

export interface ConcernFilters {
  status?: string
  danger_level?: Concern['danger_level']
  received_via?: Concern['received_via']
  from?: string
  to?: string
}

export const TABS = {
  cho: 'received,screened',
  xong: 'opened_case,referred,no_action,duplicate',
  'tat-ca': '',
} as const
export type Tab = keyof typeof TABS

export const tabOf = (params: URLSearchParams): Tab => {
  const tab = params.get('xem')
  return tab && tab in TABS ? (tab as Tab) : 'cho'
}

const NAMES = { muc: 'danger_level', nguon: 'received_via', tu: 'from', den: 'to' } as const

export function toFilters(params: URLSearchParams): ConcernFilters {
  const filters: Record<string, string> = {}
  const status = TABS[tabOf(params)]
  if (status) filters['status'] = status
  for (const [name, key] of Object.entries(NAMES)) {
    const value = params.get(name)
    if (value) filters[key] = value
  }
  return filters as ConcernFilters
}

export const countOf = (params: URLSearchParams): number => Object.keys(NAMES).filter((name) => params.get(name)).length

/** A search knows the state alone; the rest is looked at here. */
export function passes(row: ConcernLine, filters: ConcernFilters): boolean {
  const day = new Date(Date.parse(row.received_at) + 7 * 3_600_000).toISOString().slice(0, 10)
  return (
    (!filters.danger_level || row.danger_level === filters.danger_level) &&
    (!filters.received_via || row.received_via === filters.received_via) &&
    (!filters.from || day >= filters.from) &&
    (!filters.to || day <= filters.to)
  )
}

/** What must be looked at first: the new before what waits for a second person, danger, then the shortest time left. */
export function inOrder(rows: ConcernLine[]): ConcernLine[] {
  const rank = (row: ConcernLine) =>
    (row.is_suspect ? 4 : 0) + (row.status === 'received' ? 0 : 2) + (row.danger_level === 'emergency' ? 0 : 1)
  const due = (row: ConcernLine) => row.emergency_due_at ?? row.received_at
  return rows.toSorted((a, b) => rank(a) - rank(b) || (due(a) < due(b) ? -1 : 1))
}

/** Where the desk was, for this tab's lifetime. */
export const deskMemory = { search: '', words: '' }
export const listPlace = () => `/tin-bao${deskMemory.search}`
