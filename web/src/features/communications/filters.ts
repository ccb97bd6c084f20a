/** The filters live in the address; each number of the counts is the address of its rows. */
import type { Communication, CommunicationCount, CommunicationQuery } from '@/api/types'

export const CHANNELS: Communication['channel'][] = [
  'loudspeaker',
  'banner',
  'poster',
  'website',
  'social_network',
  'school',
  'leaflet',
]
export const STATUSES: Communication['status'][] = ['draft', 'returned', 'approved', 'done', 'cancelled']

const PASSED = {
  q: 'q',
  kenh: 'channel',
  'trang-thai': 'status',
  'don-vi': 'unit_id',
  dot: 'campaign_id',
  tu: 'from',
  den: 'to',
} as const

export type CommunicationFilters = Omit<CommunicationQuery, 'limit' | 'cursor' | 'sort'>
export type CountFilters = Pick<CommunicationFilters, 'campaign_id' | 'channel' | 'from' | 'to'>

export function toFilters(params: URLSearchParams): CommunicationFilters {
  const filters: Record<string, string | boolean> = {}
  for (const [name, key] of Object.entries(PASSED)) {
    const value = params.get(name)
    if (value) filters[key] = value
  }
  const reported = params.get('bao-cao')
  if (reported) filters['reported'] = reported === '1'
  return filters as CommunicationFilters
}

export function toCountFilters(params: URLSearchParams): CountFilters {
  const { campaign_id, channel, from, to } = toFilters(params)
  return Object.fromEntries(Object.entries({ campaign_id, channel, from, to }).filter(([, value]) => value))
}

/** The rows behind a number: what a unit was given on a channel, or what of it is reported or missing. */
export function rowsBehind(params: URLSearchParams, count: CommunicationCount, reported?: boolean): string {
  const next = new URLSearchParams({
    'trang-thai': 'approved,done',
    'don-vi': count.unit.id,
    kenh: count.channel,
  })
  for (const name of ['dot', 'tu', 'den']) {
    const value = params.get(name)
    if (value) next.set(name, value)
  }
  if (reported !== undefined) next.set('bao-cao', reported ? '1' : '0')
  return `/truyen-thong?${next.toString()}`
}

export interface ChannelSummary {
  channel: Communication['channel']
  counts: CommunicationCount[]
  /** Units that have not reported on any of their items. */
  missing: CommunicationCount[]
  times: number
}

/** One summary a channel, in the order of the channels. */
export function byChannel(counts: CommunicationCount[]): ChannelSummary[] {
  return CHANNELS.map((channel) => {
    const own = counts.filter((count) => count.channel === channel)
    return {
      channel,
      counts: own,
      missing: own.filter((count) => count.reported === 0),
      times: own.reduce((sum, count) => sum + count.times, 0),
    }
  }).filter(({ counts: own }) => own.length > 0)
}

export interface UnitLine {
  unit: CommunicationCount['unit']
  of: Partial<Record<Communication['channel'], CommunicationCount>>
  missing: number
}

/** One line a unit; who misses most stands first, then the order of the server. */
export function byUnit(counts: CommunicationCount[]): UnitLine[] {
  const lines = new Map<string, UnitLine>()
  for (const count of counts) {
    const line = lines.get(count.unit.id) ?? { unit: count.unit, of: {}, missing: 0 }
    line.of[count.channel] = count
    line.missing += count.items - count.reported
    lines.set(count.unit.id, line)
  }
  return [...lines.values()].sort((a, b) => b.missing - a.missing)
}
