import { describe, expect, it } from 'vitest'
import { daysOf, instantAt, movedTo, whenInWords } from '@/lib/eventTimes'
import { addMonths, blocksOfDay, hoursShown, lanesOfWeek, monthGrid, onDay, rangeOf, stepped } from './calendar'

const event = (id: string, day: string, from: number, to: number) => ({
  id,
  starts_at: instantAt(day, from * 60),
  ends_at: instantAt(day, to * 60),
})

describe('the month', () => {
  it('is whole weeks from Monday, four to six', () => {
    expect(monthGrid('2026-06-18')).toHaveLength(5)
    expect(monthGrid('2026-06-18')[0]).toEqual([
      '2026-06-01',
      '2026-06-02',
      '2026-06-03',
      '2026-06-04',
      '2026-06-05',
      '2026-06-06',
      '2026-06-07',
    ])
    expect(monthGrid('2026-08-01')).toHaveLength(6)
    expect(monthGrid('2026-08-01')[0]![0]).toBe('2026-07-27')
    expect(monthGrid('2026-08-01')[5]!.at(-1)).toBe('2026-09-06')
    expect(monthGrid('2027-02-10')).toHaveLength(4)
  })

  it('steps over years and short months', () => {
    expect(addMonths('2026-12-31', 1)).toBe('2027-01-01')
    expect(addMonths('2026-01-31', -1)).toBe('2025-12-01')
    expect(stepped('tuan', '2026-06-01', -1)).toBe('2026-05-25')
    expect(rangeOf('danh-sach', '2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(rangeOf('tuan', '2026-06-07')).toEqual({ from: '2026-06-01', to: '2026-06-07' })
  })
})

describe('an event past midnight', () => {
  const party = event('party', '2026-06-06', 19.5, 24.5)
  it('lies on both days', () => {
    expect(daysOf(party)).toEqual({ first: '2026-06-06', last: '2026-06-07' })
    expect(onDay([party], '2026-06-07')).toHaveLength(1)
    expect(blocksOfDay([party], '2026-06-06')[0]).toMatchObject({ from: 1170, to: 1440 })
    expect(blocksOfDay([party], '2026-06-07')[0]).toMatchObject({ from: 0, to: 30 })
    expect(hoursShown(blocksOfDay([party], '2026-06-07'))).toEqual({ from: 0, to: 19 })
  })

  it('does not reach into a day at whose midnight it ends', () => {
    const evening = event('evening', '2026-06-06', 19.5, 24)
    expect(daysOf(evening).last).toBe('2026-06-06')
    expect(whenInWords(evening)).toMatch(/19:30–24:00$/)
  })

  it('keeps its hour and its length where it moves', () => {
    const moved = movedTo(party, '2026-06-28')
    expect(daysOf(moved)).toEqual({ first: '2026-06-28', last: '2026-06-29' })
    expect(movedTo(party, '2026-06-28', 480)).toEqual({
      starts_at: '2026-06-28T01:00:00.000Z',
      ends_at: '2026-06-28T06:00:00.000Z',
    })
  })
})

describe('lanes', () => {
  const days = monthGrid('2026-06-01')[0]!
  it('keep an event of several days in its lane', () => {
    const camp = event('camp', '2026-06-02', 8, 8 + 48)
    const first = event('first', '2026-06-02', 7, 9)
    const second = event('second', '2026-06-03', 7, 9)
    const lanes = lanesOfWeek([first, second, camp], days)
    expect(lanes.map((day) => day.map((one) => one?.id ?? null))).toEqual([
      [],
      ['camp', 'first'],
      ['camp', 'second'],
      ['camp'],
      [],
      [],
      [],
    ])
  })

  it('leave a gap where a lane is free', () => {
    const long = event('long', '2026-06-01', 8, 8 + 48)
    const across = event('across', '2026-06-03', 20, 26)
    const lanes = lanesOfWeek([long, across], days)
    expect(lanes[2]!.map((one) => one?.id ?? null)).toEqual(['long', 'across'])
    expect(lanes[3]!.map((one) => one?.id ?? null)).toEqual([null, 'across'])
  })

  it('share the width of the hours in which they overlap', () => {
    const blocks = blocksOfDay(
      [
        event('a', '2026-06-01', 8, 10),
        event('b', '2026-06-01', 9, 11),
        event('c', '2026-06-01', 10, 12),
        event('d', '2026-06-01', 14, 15),
      ],
      '2026-06-01',
    )
    expect(blocks.map(({ event: one, column, columns }) => [one.id, column, columns])).toEqual([
      ['a', 0, 2],
      ['b', 1, 2],
      ['c', 0, 2],
      ['d', 0, 1],
    ])
  })
})

describe('when it is, in words', () => {
  it('names day and hours', () => {
    expect(whenInWords(event('a', '2024-06-01', 7.5, 9))).toBe('Thứ Bảy, 01/6/2024, 07:30–09:00')
    expect(whenInWords(event('a', '2024-02-03', 19.5, 24.5))).toBe(
      'Thứ Bảy, 03/02/2024, 19:30 – Chủ nhật, 04/02/2024, 00:30',
    )
  })
})
