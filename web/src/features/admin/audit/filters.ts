/** The filters live in the address; the last ones come back until one signs out. */
import type { AuditEntry } from '@/api/types'
import { withParams } from '@/lib/address'

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
  return withParams(params, 'muc' in change || 'ket-qua' in change ? { viec: null, ...change } : change)
}
