/** The filters live in the address; each number of the quarter's table is the address of its rows. */
import type { Injury, InjuryLine, InjuryQuarter } from '@/api/types'

export const KINDS: Injury['kind'][] = [
  'fall',
  'burn',
  'traffic',
  'poisoning',
  'cut',
  'suffocation',
  'animal_bite',
  'drowning',
  'explosive',
  'electric_shock',
  'other',
]
export const PLACES: Injury['place_kind'][] = ['home', 'school', 'community']
export const OUTCOMES: Injury['outcome'][] = ['recovered', 'treating', 'disabled', 'dead']
export const BANDS: Injury['age_band'][] = ['0-5', '6-9', '10-13', '14-16']

const PASSED = {
  tu: 'from',
  den: 'to',
  loai: 'kind',
  gioi: 'sex',
  tuoi: 'age_band',
  noi: 'place_kind',
  'ket-qua': 'outcome',
  'khu-pho': 'neighborhood_id',
  truong: 'school_id',
} as const

export interface InjuryFilters {
  from?: string
  to?: string
  kind?: Injury['kind']
  sex?: Injury['sex']
  age_band?: Injury['age_band']
  place_kind?: Injury['place_kind']
  outcome?: Injury['outcome']
  neighborhood_id?: string
  school_id?: string
  cancelled?: boolean
}

export function toFilters(params: URLSearchParams): InjuryFilters {
  const filters: Record<string, string | boolean> = {}
  for (const [name, key] of Object.entries(PASSED)) {
    const value = params.get(name)
    if (value) filters[key] = value
  }
  if (params.get('da-huy') === '1') filters['cancelled'] = true
  return filters as InjuryFilters
}

export type Column = Partial<Record<keyof typeof PASSED, string>>

/** Boys, girls, four age bands, three places, all: in the order of the paper. */
export const COLUMNS: { filter: Column; of: (line: InjuryLine) => InjuryLine['total'] }[] = [
  { filter: {}, of: (line) => line.total },
  { filter: { gioi: 'male' }, of: (line) => line.boys },
  { filter: { gioi: 'female' }, of: (line) => line.girls },
  ...BANDS.map((band, at) => ({ filter: { tuoi: band }, of: (line: InjuryLine) => line.ages[at]! })),
  ...PLACES.map((place, at) => ({ filter: { noi: place }, of: (line: InjuryLine) => line.places[at]! })),
]

export function rowsBehind(
  quarter: Pick<InjuryQuarter, 'from' | 'to'>,
  kind: Injury['kind'] | null | undefined,
  column: Column,
  dead: boolean,
): string {
  const params = new URLSearchParams({ tu: quarter.from, den: quarter.to, ...column })
  if (kind) params.set('loai', kind)
  if (dead) params.set('ket-qua', 'dead')
  return `/tai-nan?${params.toString()}`
}

export function quarterOf(today: string): { year: number; quarter: number } {
  return { year: Number(today.slice(0, 4)), quarter: Math.floor((Number(today.slice(5, 7)) - 1) / 3) + 1 }
}
