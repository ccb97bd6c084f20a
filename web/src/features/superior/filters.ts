/** Year, kind, indicators and state live in the address, so that the page can be sent as it is. */
export const KINDS = ['ward_final', 'ward_flash'] as const
export type Kind = (typeof KINDS)[number]
export const STATES = ['late', 'missing', 'sent', 'acknowledged', 'returned'] as const
export type State = (typeof STATES)[number]

/** More columns than this stand beside each other on no screen. */
export const CODES_MAX = 12

export interface CompareFilters {
  year: number
  kind: Kind
  /** None: the server's choice of eight. */
  codes: string[]
}

const KIND_WORDS: Record<Kind, string> = { ward_final: 'tong-ket', ward_flash: 'nhanh' }

/** `known`: the codes there are; what an old address names beside them is left out instead of being refused. */
export function toFilters(params: URLSearchParams, thisYear: number, known: Set<string> | null): CompareFilters {
  const year = Number(params.get('nam'))
  const kind = KINDS.find((one) => KIND_WORDS[one] === params.get('loai')) ?? 'ward_final'
  const codes = [...new Set((params.get('chi-tieu') ?? '').split(',').filter(Boolean))]
  return {
    year: Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : thisYear,
    kind,
    codes: codes.filter((code) => known === null || known.has(code)).slice(0, CODES_MAX),
  }
}

export const kindWord = (kind: Kind): string => KIND_WORDS[kind]

export function toState(params: URLSearchParams): State | null {
  return STATES.find((one) => one === params.get('xem')) ?? null
}

/** This year and the four before, and the one of the address wherever it lies. */
export function years(thisYear: number, chosen: number): number[] {
  const all = [0, 1, 2, 3, 4].map((back) => thisYear - back)
  return (all.includes(chosen) ? all : [...all, chosen]).toSorted((a, b) => b - a)
}
