/** The filters live in the address; without one, what went wrong is shown. */
import type { SignInTry } from '@/api/types'

const PASSED = { tu: 'from', den: 'to', nguoi: 'person_id', 'ket-qua': 'result' } as const
/** In the address: every try, those that went well too. */
export const EVERYTHING = 'tat-ca'

export interface SignInFilters {
  from?: string
  to?: string
  person_id?: string
  result?: SignInTry['result']
  failed?: boolean
}

export function toFilters(params: URLSearchParams): SignInFilters {
  const filters: Record<string, string | boolean> = {}
  for (const [name, key] of Object.entries(PASSED)) {
    const value = params.get(name)
    if (value && value !== EVERYTHING) filters[key] = value
  }
  if (!params.get('ket-qua')) filters['failed'] = true
  return filters as SignInFilters
}

export type Change = Partial<Record<keyof typeof PASSED, string | null>>
