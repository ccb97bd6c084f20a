import { describe, expect, it } from 'vitest'
import type { WardReports } from '@/api/types'
import { byFigure, byNeed, figureOf, inState, stateOf, totalOf } from './compare'
import { toFilters, years } from './filters'

const ward = (ward_name: string, more: Partial<WardReports> = {}): WardReports => ({
  ward_id: ward_name,
  ward_name,
  late: false,
  figures: [],
  ...more,
})
const figure = (value: number | null, hidden = false) => ({
  figures: [{ code: 'children_special', value, previous: null, hidden }],
})

describe('wards', () => {
  const wards = [
    ward('Phường An', { status: 'acknowledged' }),
    ward('Phường Đống Đa', { status: 'sent' }),
    ward('Phường Cầu Giấy', { status: 'sent' }),
    ward('Phường Bưởi'),
    ward('Phường Vĩnh Tuy', { late: true }),
    ward('Phường Hạ', { status: 'returned' }),
  ]
  it('stand with the late and the missing first, the done last', () => {
    expect(byNeed(wards).map((one) => one.ward_name)).toEqual([
      'Phường Vĩnh Tuy',
      'Phường Bưởi',
      'Phường Hạ',
      'Phường Cầu Giấy',
      'Phường Đống Đa',
      'Phường An',
    ])
  })
  it('that are late are among the missing', () => {
    expect(stateOf(wards[4]!)).toBe('late')
    expect(wards.filter((one) => inState(one, 'missing')).length).toBe(2)
    expect(wards.filter((one) => inState(one, 'late')).length).toBe(1)
    expect(wards.filter((one) => inState(one, null)).length).toBe(6)
  })
})

describe('figures', () => {
  it('tell held back from not counted and from none', () => {
    expect(figureOf(ward('A', figure(null, true)), 'children_special')).toEqual({ kind: 'hidden' })
    expect(figureOf(ward('A', figure(null)), 'children_special')).toEqual({ kind: 'none' })
    expect(figureOf(ward('A', figure(0)), 'children_special')).toEqual({ kind: 'value', value: 0 })
    expect(figureOf(ward('A'), 'children_special')).toEqual({ kind: 'none' })
  })
  it('are drawn from the largest down, what is held back at the end', () => {
    const rows = [ward('A', figure(null)), ward('B', figure(3)), ward('C', figure(null, true)), ward('D', figure(30))]
    expect(byFigure(rows, 'children_special').map((row) => row.ward.ward_name)).toEqual(['D', 'B', 'C', 'A'])
  })
  it('add up to at least so many where one is held back', () => {
    const sum = { code: 'c', label: '', measure: '', value: 30 }
    expect(totalOf({ ...sum, wards: 2, hidden: 0 })).toEqual({ kind: 'exact', value: 30 })
    expect(totalOf({ ...sum, wards: 2, hidden: 1 })).toEqual({ kind: 'least', value: 30 })
    expect(totalOf({ ...sum, wards: 0, hidden: 1 })).toEqual({ kind: 'hidden' })
    expect(totalOf({ ...sum, wards: 0, hidden: 0 })).toEqual({ kind: 'none' })
  })
})

describe('the address', () => {
  const read = (text: string, known: string[] | null = null) =>
    toFilters(new URLSearchParams(text), 2026, known && new Set(known))
  it('says nothing, and it is the final report of this year', () => {
    expect(read('')).toEqual({ year: 2026, kind: 'ward_final', codes: [] })
  })
  it('keeps year, kind and indicators, without what nobody knows', () => {
    expect(read('nam=2024&loai=nhanh&chi-tieu=a,b,a,x', ['a', 'b'])).toEqual({
      year: 2024,
      kind: 'ward_flash',
      codes: ['a', 'b'],
    })
    expect(read('nam=hom-nay&loai=khac')).toMatchObject({ year: 2026, kind: 'ward_final' })
  })
  it('may name a year that the list does not have', () => {
    expect(years(2026, 2024)).toEqual([2026, 2025, 2024, 2023, 2022])
    expect(years(2026, 2019).at(-1)).toBe(2019)
  })
})
