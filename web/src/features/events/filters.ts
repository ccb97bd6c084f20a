/** View, day and filters live in the address, so that a look at the calendar can be sent to a colleague. */
import { isPlainDate, type PlainDate } from '@/lib/dates'
import { rangeOf, VIEWS, type View } from './calendar'

/** Address name → API name. */
const PASSED = { 'don-vi': 'unit_id', 'khu-pho': 'neighborhood_id', loai: 'kind', 'trang-thai': 'status' } as const

/** What a number of the overview asks for, in the list alone: a period of its own or all times, events that lack their plan. */
export const BEHIND = ['tu', 'den', 'moi-luc', 'thieu-phuong-an'] as const

export const isBehind = (params: URLSearchParams, view: View): boolean =>
  view === 'danh-sach' && !params.get('q') && (isPlainDate(params.get('tu') ?? '') || params.get('moi-luc') === '1')

export const FILTER_NAMES = Object.keys(PASSED) as (keyof typeof PASSED)[]

export interface EventQuery {
  from?: string
  to?: string
  status?: string
  kind?: string
  unit_id?: string
  neighborhood_id?: string
  q?: string
  sort?: string
  without_safety_plan?: boolean
}

/** A phone opens with the list: a month does not fit it. */
export function viewOf(params: URLSearchParams, phone: boolean): View {
  return VIEWS.find((view) => view === params.get('xem')) ?? (phone ? 'danh-sach' : 'thang')
}

export function dayOf(params: URLSearchParams, today: PlainDate): PlainDate {
  const day = params.get('ngay') ?? ''
  return isPlainDate(day) ? day : today
}

export function toQuery(params: URLSearchParams, view: View, day: PlainDate): EventQuery {
  const query: EventQuery = {}
  for (const [name, key] of Object.entries(PASSED)) {
    const value = params.get(name)
    if (value) query[key] = value
  }
  const q = view === 'danh-sach' ? params.get('q') : null
  if (view === 'danh-sach' && params.get('sap-xep') === '-starts_at') query.sort = '-starts_at'
  if (isBehind(params, view)) {
    const lacks = params.get('thieu-phuong-an') === '1' ? { without_safety_plan: true } : {}
    const [from, to] = [params.get('tu') ?? '', params.get('den') ?? '']
    return { ...query, ...lacks, ...(isPlainDate(from) ? { from } : {}), ...(isPlainDate(to) ? { to } : {}) }
  }
  // Who searches does not know the month.
  return q ? { ...query, q } : { ...query, ...rangeOf(view, day) }
}

export const activeFilters = (params: URLSearchParams) =>
  [...FILTER_NAMES, ...BEHIND].filter((name) => params.get(name))

/** "As last used": the view and the filters, not the day and the words searched for. */
export function toRemembered(params: URLSearchParams): string {
  const kept = new URLSearchParams()
  for (const name of ['xem', ...FILTER_NAMES]) {
    const value = params.get(name)
    if (value) kept.set(name, value)
  }
  return kept.toString()
}

let seen = ''
/** The calendar as it was last looked at in this tab: there "‹ Lịch hoạt động" of an event leads back. */
export const lastLook = {
  get: () => (seen ? `/lich?${seen}` : '/lich'),
  set: (params: URLSearchParams) => {
    seen = params.toString()
  },
}
