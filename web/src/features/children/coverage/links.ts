/** The list behind a number: how it stands in the address of `/tre-em`, and how the list reads it back. */
import type { Programme } from './queries'

const PROGRAMMES: Programme[] = ['gift', 'visit', 'insurance_card', 'swimming_class', 'summer']

export interface Behind {
  programme: Programme
  year: number
  /** Left out: all who are entitled. */
  reached?: boolean
  neighborhood?: string
}

export const COVERAGE_FILTERS = ['chuong-trinh', 'da-den', 'nam'] as const

export function listBehind({ programme, year, reached, neighborhood }: Behind): string {
  const params = new URLSearchParams({ 'chuong-trinh': programme, nam: String(year) })
  if (reached !== undefined) params.set('da-den', reached ? '1' : '0')
  if (neighborhood) params.set('khu-pho', neighborhood)
  return `/tre-em?${params.toString()}`
}

/** For the list: the query of the API that the address asks for; nothing for an address of another kind. */
export function behindQuery(params: URLSearchParams): { programme?: Programme; reached?: boolean; year?: number } {
  const programme = PROGRAMMES.find((one) => one === params.get('chuong-trinh'))
  if (!programme) return {}
  const year = /^\d{4}$/.exec(params.get('nam') ?? '')
  const reached = params.get('da-den')
  return {
    programme,
    ...(year ? { year: Number(year[0]) } : {}),
    ...(reached === '1' || reached === '0' ? { reached: reached === '1' } : {}),
  }
}
