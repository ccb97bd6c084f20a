import { describe, expect, it } from 'vitest'
import type { CommunicationCount } from '@/api/types'
import { byChannel, byUnit, rowsBehind, toCountFilters, toFilters } from './filters'

const count = (name: string, channel: CommunicationCount['channel'], reported: number): CommunicationCount => ({
  unit: { id: name, kind: 'neighborhood', code: name, name },
  channel,
  items: 2,
  reported,
  planned: 20,
  times: reported * 5,
  last_on: null,
})

describe('the filters', () => {
  it('are the address', () => {
    const params = new URLSearchParams('kenh=banner&trang-thai=draft&bao-cao=0&xem=x')
    expect(toFilters(params)).toEqual({ channel: 'banner', status: 'draft', reported: false })
    expect(toCountFilters(params)).toEqual({ channel: 'banner' })
  })

  it('of a number are those of its rows', () => {
    const address = rowsBehind(new URLSearchParams('dot=d1&q=x'), count('KP 1', 'loudspeaker', 1), false)
    const params = new URLSearchParams(address.split('?')[1])
    expect(toFilters(params)).toEqual({
      status: 'approved,done',
      unit_id: 'KP 1',
      channel: 'loudspeaker',
      campaign_id: 'd1',
      reported: false,
    })
  })
})

describe('the counts', () => {
  const counts = [count('KP 1', 'banner', 2), count('KP 1', 'loudspeaker', 2), count('KP 2', 'loudspeaker', 0)]

  it('tell for each channel who is missing', () => {
    const [loud, banner] = byChannel(counts)
    expect(loud).toMatchObject({ channel: 'loudspeaker', times: 10 })
    expect(loud?.missing.map((one) => one.unit.name)).toEqual(['KP 2'])
    expect(banner?.missing).toEqual([])
  })

  it('put first who misses most', () => {
    expect(byUnit(counts).map((line) => [line.unit.name, line.missing])).toEqual([
      ['KP 2', 2],
      ['KP 1', 0],
    ])
  })
})
