import { describe, expect, it } from 'vitest'
import { differences, merged } from '@/lib/merge'
import { asksAgain, emptyItem, fieldWords, inserted, NEW_PLACE, patchOf, readTimes, toBody } from './form'
import { communicationFormTexts } from './formTexts'

const base = { ...emptyItem('2024-06-01', 'culture'), title: 'Chủ đề', ends_on: '2024-06-30' }

describe('an item', () => {
  it('reads times as people write them', () => {
    expect(readTimes('5:30, 17h00')).toEqual(['05:30', '17:00'])
    expect(readTimes('')).toEqual([])
    expect(readTimes('25:00')).toBeNull()
  })

  it('says only what its channel has', () => {
    const banner = { ...base, channel: 'banner' as const, places: [{ ...NEW_PLACE, place: 'Cổng', latitude: 20.1 }] }
    expect(toBody(banner)).toMatchObject({
      schedule: { times: [], weekdays: [] },
      places: [{ place: 'Cổng', count: 1, unit_id: null, latitude: 20.1, longitude: null }],
    })
    expect(toBody({ ...banner, channel: 'loudspeaker' }).places).toEqual([])
  })

  it('sends what was changed, and knows what asks for another approval', () => {
    expect(patchOf(base, base)).toEqual({})
    const reader = patchOf(base, { ...base, reader: 'Bà Mai' })
    expect([reader, asksAgain(reader)]).toEqual([{ reader: 'Bà Mai' }, false])
    expect(asksAgain(patchOf(base, { ...base, times: '06:00' }))).toBe(true)
  })

  it('keeps what two people changed apart', () => {
    const mine = { ...base, title: 'Của tôi', reader: 'Bà Mai' }
    const theirs = { ...base, title: 'Của người khác', body: 'Khác' }
    const versions = { base, mine, theirs }
    const words = fieldWords(communicationFormTexts.vi, mine.channel, (id) => id)
    const told = differences(versions, words)
    expect(told).toEqual([{ field: 'title', label: 'Tiêu đề', mine: 'Của tôi', theirs: 'Của người khác' }])
    expect(merged(versions, words, new Set())).toMatchObject({
      title: 'Của người khác',
      reader: 'Bà Mai',
      body: 'Khác',
    })
  })
})

describe('words of the plan', () => {
  it('stand on a line of their own where the cursor is', () => {
    expect(inserted('', 0, 0, 'A')).toEqual({ text: 'A', caret: 1 })
    expect(inserted('một hai', 3, 3, 'A')).toEqual({ text: 'một\nA\n hai', caret: 5 })
    expect(inserted('một\n', 4, 4, 'A')).toEqual({ text: 'một\nA', caret: 5 })
  })
})
