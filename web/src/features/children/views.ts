/**
 * What a role sees of children, as the API's table of views says: which filters and orders are offered before a single
 * child was read. A courtesy; the server cuts what it sends and refuses what is not the reader's to ask.
 */
import type { ChildView, Role } from '@/api/types'
import type { FilterName } from './filters'

export function viewOf(role: Role): ChildView {
  if (role === 'health') return 'health'
  return ['social_officer', 'leader', 'neighborhood', 'school'].includes(role) ? 'full' : 'contact'
}

/** Sees the whole ward's side: duplicates, merges, who has looked. */
export function isWard(role: Role): boolean {
  return role === 'social_officer' || role === 'leader'
}

const ALL: FilterName[] = [
  'khu-pho',
  'truong',
  'tuoi',
  'gioi',
  'nhom',
  'nguy-co',
  'ngheo',
  'thieu-bhyt',
  'chua-biet-boi',
  'chua-ho-tro',
  'trang-thai',
]
const FILTERS: Record<ChildView, FilterName[]> = {
  full: ALL,
  health: ['khu-pho', 'truong', 'tuoi', 'gioi', 'thieu-bhyt', 'trang-thai'],
  contact: ['khu-pho', 'truong', 'nam-sinh', 'gioi', 'chua-biet-boi', 'trang-thai'],
}

export function filtersOf(role: Role): FilterName[] {
  // Whose list is one neighborhood or one school has nothing to choose there.
  const own = role === 'neighborhood' ? 'khu-pho' : role === 'school' ? 'truong' : null
  return FILTERS[viewOf(role)].filter((name) => name !== own)
}

const SORTS: Record<ChildView, string[]> = {
  full: ['name', 'date_of_birth', '-date_of_birth', '-updated_at'],
  health: ['name', 'date_of_birth', '-date_of_birth'],
  contact: ['name'],
}

export const sortsOf = (role: Role): string[] => SORTS[viewOf(role)]
