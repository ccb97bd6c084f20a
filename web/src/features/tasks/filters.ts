/** The filters live in the address, so that a view can be sent to a colleague. */
import type { Priority } from '@/api/types'
import { fold } from '@/lib/text'

export const VIEWS = ['danh-sach', 'bang', 'thoi-gian'] as const
export type View = (typeof VIEWS)[number]

/** Address name → API name; values pass as they are. */
const PASSED = {
  q: 'q',
  'trang-thai': 'status',
  'don-vi': 'unit_id',
  phan: 'part',
  'ke-hoach': 'plan_id',
  muc: 'section_id',
  'uu-tien': 'priority',
  tu: 'due_from',
  den: 'due_to',
} as const
const FLAGS = { 'qua-han': 'overdue', 'cua-toi': 'mine', 'cho-duyet': 'needs_review' } as const

export type FilterName = keyof typeof PASSED | keyof typeof FLAGS
export const FILTER_NAMES = [...Object.keys(PASSED), ...Object.keys(FLAGS)] as FilterName[]

export interface TaskQuery {
  q?: string
  status?: string
  unit_id?: string
  /** How the part of that unit stands; the numbers of the overview lead here. */
  part?: 'any' | 'done' | 'doing' | 'late' | 'todo'
  plan_id?: string
  section_id?: string
  priority?: Priority
  due_from?: string
  due_to?: string
  overdue?: boolean
  mine?: boolean
  needs_review?: boolean
  sort?: string
}

export const DEFAULT_SORT = 'due_on'

export function toQuery(params: URLSearchParams): TaskQuery {
  const query: Record<string, string | boolean> = {}
  for (const [name, key] of Object.entries(PASSED)) {
    const value = params.get(name)
    if (value) query[key] = value
  }
  for (const [name, key] of Object.entries(FLAGS)) {
    const value = params.get(name)
    if (value === '1' || value === '0') query[key] = value === '1'
  }
  query['sort'] = params.get('sap-xep') ?? DEFAULT_SORT
  return query as TaskQuery
}

export function activeFilters(params: URLSearchParams): FilterName[] {
  return FILTER_NAMES.filter((name) => params.get(name))
}

export function viewOf(params: URLSearchParams): View {
  const view = params.get('xem')
  return VIEWS.find((v) => v === view) ?? 'danh-sach'
}

/** What is saved under a name. */
export function toSaved(params: URLSearchParams): string {
  const kept = new URLSearchParams(params)
  const empty = Array.from(kept).filter(([, value]) => !value)
  for (const [key] of empty) kept.delete(key)
  kept.sort()
  return kept.toString()
}

/** "Where I was" of the next visit: without the search text of the moment. */
export function toRemembered(params: URLSearchParams): string {
  const kept = new URLSearchParams(params)
  kept.delete('q')
  return toSaved(kept)
}

let seen = ''
/** The list as it was last looked at in this tab, search text and all: there "‹ Việc" of a task leads back. */
export const lastView = {
  get: () => (seen ? `/viec?${seen}` : '/viec'),
  set: (params: URLSearchParams) => {
    seen = toSaved(params)
  },
}

export function sameSaved(a: string, b: string): boolean {
  return fold(toSaved(new URLSearchParams(a))) === fold(toSaved(new URLSearchParams(b)))
}
