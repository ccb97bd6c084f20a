import { describe, expect, it } from 'vitest'
import type { Overview } from '@/api/types'
import { burnUp, byNeed, lateUnits, placesOf, type UnitWork } from './figures'
import { toFilters } from './filters'

describe('the burn-up', () => {
  const weeks = [
    { starts_on: '2024-05-27', due: 2, done: 0 },
    { starts_on: '2024-06-03', due: 1, done: 1 },
    { starts_on: '2024-06-10', due: 4, done: 0 },
  ]
  const of = (today: string, due_before = 0, done_before = 0) => burnUp({ weeks, due_before, done_before }, today)
  it('adds up, and knows nothing of weeks to come', () => {
    expect(of('2024-06-09')).toEqual({ due: [2, 3, 7], done: [0, 1, null], now: 1 })
  })
  it('has no "now" outside of its weeks', () => {
    expect(of('2024-07-01')).toEqual({ due: [2, 3, 7], done: [0, 1, 1] })
    expect(burnUp({ weeks: [], due_before: 0, done_before: 0 }, '2024-07-01')).toEqual({ due: [], done: [] })
  })
  it('stands on what was before', () => {
    expect(of('2024-06-09', 10, 4)).toEqual({ due: [12, 13, 17], done: [4, 5, null], now: 1 })
  })
})

describe('units', () => {
  const unit = (code: string, late: number, oldest_late_days: number) =>
    ({ unit: { code }, late, oldest_late_days }) as UnitWork
  it('stand by what waits longest, and those in time not at all', () => {
    const late = lateUnits([unit('a', 1, 3), unit('b', 0, 0), unit('c', 5, 3), unit('d', 1, 9)])
    expect(late.map((one) => one.unit.code)).toEqual(['d', 'c', 'a'])
  })
})

describe('places', () => {
  it('are numbered through, each with its way', () => {
    const overview = {
      events: { places: [{ id: 'e', title: 'Ngày hội', place: 'Nhà văn hóa', point: { lat: 20, lng: 105 } }] },
      communications: { places: [{ id: 'c', title: 'Băng-rôn', place: 'Cổng', latitude: 20.1, longitude: 105.1 }] },
    } as unknown as Overview
    expect(placesOf(overview).map(({ number, to }) => [number, to])).toEqual([
      [1, '/lich/e'],
      [2, '/truyen-thong/c'],
    ])
    expect(placesOf({} as Overview)).toEqual([])
  })
})

describe('wards', () => {
  it('with late work stand first', () => {
    const ward = (name: string, late: number, open: number) => ({
      ward_name: name,
      tasks: { late },
      obstacles: { open },
    })
    const wards = [ward('A', 0, 0), ward('B', 3, 0), ward('C', 0, 2)] as unknown as NonNullable<Overview['wards']>
    expect(byNeed(wards).map((one) => one.ward_name)).toEqual(['B', 'C', 'A'])
  })
})

describe('the address', () => {
  it('asks for a plan, for all tasks, or for neither', () => {
    expect(toFilters(new URLSearchParams(''))).toEqual({})
    expect(toFilters(new URLSearchParams('ke-hoach=tat-ca&tu=2024-06-01'))).toEqual({
      all_tasks: true,
      from: '2024-06-01',
    })
    expect(toFilters(new URLSearchParams('ke-hoach=p&tu=2024-06-10&den=2024-06-01'))).toEqual({
      plan_id: 'p',
      from: '2024-06-10',
    })
  })
})
