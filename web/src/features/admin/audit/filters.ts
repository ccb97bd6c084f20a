/** The filters live in the address; the last ones come back until one signs out. */
import type { AuditEntry } from '@/api/types'

const PASSED = {
  tu: 'from',
  den: 'to',
  nguoi: 'actor_id',
  muc: 'resource',
  viec: 'action',
  'ket-qua': 'outcome',
} as const

export interface AuditFilters {
  from?: string
  to?: string
  actor_id?: string
  resource?: string
  action?: string
  outcome?: AuditEntry['outcome']
}

export function toFilters(params: URLSearchParams): AuditFilters {
  const filters: Record<string, string> = {}
  for (const [name, key] of Object.entries(PASSED)) {
    const value = params.get(name)
    if (value) filters[key] = value
  }
  return filters as AuditFilters
}

export type Change = Partial<Record<keyof typeof PASSED, string | null>>

/** An action belongs to its subject and to its outcome: when these change it would match nothing. */
export function withChange(params: URLSearchParams, change: Change): URLSearchParams {
  const next = new URLSearchParams(params)
  if ('muc' in change || 'ket-qua' in change) next.delete('viec')
  for (const [name, value] of Object.entries(change)) {
    if (value) next.set(name, value)
    else next.delete(name)
  }
  return next
}
