/** The filters live in the address, the words of a search never: names of children do not travel in addresses. */
import type { ChildFilters } from '@/api/types'
import { behindQuery } from './coverage/links'

const PASSED = {
  'khu-pho': 'neighborhood_id',
  truong: 'school_id',
  gioi: 'sex',
  ngheo: 'poverty',
  'trang-thai': 'status',
} as const

export type FilterName =
  keyof typeof PASSED | 'tuoi' | 'nam-sinh' | 'nhom' | 'nguy-co' | 'thieu-bhyt' | 'chua-biet-boi' | 'chua-ho-tro'

/** Every group that one may know, or one of them. */
export const ANY = 'co'
export const AGE_BANDS = ['0-2', '3-5', '6-10', '11-15'] as const

/** `allowed`: a link from a colleague who sees more is cut down to what this reader may ask. */
export function toQuery(
  params: URLSearchParams,
  allowed: FilterName[],
  sorts: string[],
  today: string,
): Omit<ChildFilters, 'q' | 'limit' | 'cursor'> {
  const query: ChildFilters = {}
  const of = (name: FilterName) => (allowed.includes(name) ? params.get(name) : null)
  for (const [name, key] of Object.entries(PASSED)) {
    const value = of(name as FilterName)
    if (value) Object.assign(query, { [key]: value })
  }
  const band = /^(\d{1,2})-(\d{1,2})$/.exec(of('tuoi') ?? '')
  if (band) Object.assign(query, { age_from: Number(band[1]), age_to: Number(band[2]) })
  const year = /^\d{4}$/.exec(of('nam-sinh') ?? '')
  if (year) Object.assign(query, { birth_year_from: Number(year[0]), birth_year_to: Number(year[0]) })
  const group = of('nhom')
  if (group === ANY) query.has_circumstance = true
  else if (group) query.circumstance = group
  const risk = of('nguy-co')
  if (risk === ANY) query.has_risk = true
  else if (risk) query.risk = risk
  if (of('thieu-bhyt') === '1') query.without_insurance = true
  if (of('chua-biet-boi') === '1') query.can_swim = false
  if (of('chua-ho-tro') === '1') query.unsupported_in = Number(today.slice(0, 4))
  Object.assign(query, behindQuery(params))
  const sort = params.get('sap-xep')
  if (sort && sorts.includes(sort)) query.sort = sort
  return query
}

export function activeFilters(params: URLSearchParams, allowed: FilterName[]): FilterName[] {
  return allowed.filter((name) => params.get(name))
}
