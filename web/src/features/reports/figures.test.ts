import { describe, expect, it } from 'vitest'
import type { Figure } from '@/api/types'
import { anchorOf, byBlock, byDimension, changeInWords, hasRows, rowPlace, sortChecks } from './figures'
import { planOf, toFilters, UNIT_KINDS, WARD_KINDS, weeksAround } from './filters'
import { reportTexts } from './texts'

const figure = (code: string, more: Partial<Figure> = {}) =>
  ({ code, block: 'general', source: 'children', hidden: false, parts: [], ...more }) as Figure

describe('a number beside last year’s', () => {
  const words = reportTexts.vi.number
  it('is told in words', () => {
    expect(changeInWords(2563, 2551, words)).toBe('tăng 12')
    expect(changeInWords(5, 1_205, words)).toBe('giảm 1.200')
    expect(changeInWords(7, 7, words)).toBe('bằng năm trước')
  })
  it('is not told where one of the two is missing or held back', () => {
    expect(changeInWords(null, 3, words)).toBe('')
    expect(changeInWords(3, null, words)).toBe('')
  })
})

describe('grouping', () => {
  const catalogue = {
    blocks: [
      { code: 'direction', title: 'Direction' },
      { code: 'general', title: 'Children' },
      { code: 'gifts', title: 'Gifts' },
    ],
    dimensions: [{ code: 'sex', title: 'Sex' }],
  }
  it('follows the order of the appendix and leaves out empty blocks', () => {
    const blocks = byBlock([figure('a'), figure('b', { block: 'direction' }), figure('c')], catalogue)
    expect(blocks.map(({ title, figures }) => [title, figures.map(({ code }) => code)])).toEqual([
      ['Direction', ['b']],
      ['Children', ['a', 'c']],
    ])
  })
  it('keeps what the catalogue does not know (yet)', () => {
    expect(byBlock([figure('a', { block: 'new' })], undefined)).toMatchObject([{ code: 'new', title: 'new' }])
  })
  it('puts parts under their dimension', () => {
    const part = (dimension: string, key: string) => ({ dimension, key, label: key, value: 1 })
    const found = byDimension([part('sex', 'male'), part('sex', 'female'), part('unit', 'x')], catalogue)
    expect(found.map(({ title, parts }) => [title, parts.length])).toEqual([
      ['Sex', 2],
      ['unit', 1],
    ])
  })
})

describe('the way to the rows', () => {
  it('is closed above where rows are people, and where nothing is counted', () => {
    expect(hasRows(figure('children_total'), false)).toBe(true)
    expect(hasRows(figure('children_total'), true)).toBe(false)
    expect(hasRows(figure('tasks_total', { source: 'tasks' }), true)).toBe(true)
    expect(hasRows(figure('documents_issued', { source: null }), false)).toBe(false)
    expect(hasRows(figure('cases_open', { hidden: true }), false)).toBe(false)
  })
  it('leads to the page of the row', () => {
    expect(rowPlace('tasks', '1')).toBe('/viec/1')
    expect(rowPlace('children', '1')).toBe('/tre-em/1')
    expect(rowPlace('summer/sessions', '1')).toBe('/diem-danh/1')
    expect(rowPlace('something', '1')).toBeNull()
  })
})

describe('checks', () => {
  const check = (code: string, severity: 'error' | 'warning', about = 'x') => ({ code, severity, about, message: '' })
  it('say where they are mended', () => {
    expect(anchorOf(check('section_empty', 'warning', 'events'))).toBe('muc-events')
    expect(anchorOf(check('part_exceeds_whole', 'error', 'tasks_done'))).toBe('so-tasks_done')
  })
  it('come with the mistakes first and the blanks last', () => {
    const all = [
      check('number_missing', 'warning'),
      check('differs_from_rows', 'warning'),
      check('part_exceeds_whole', 'error'),
    ]
    const { errors, warnings, blanks } = sortChecks(all)
    expect([errors, warnings, blanks].map((list) => list.map(({ code }) => code))).toEqual([
      ['part_exceeds_whole'],
      ['differs_from_rows'],
      ['number_missing'],
    ])
  })
})

describe('the address', () => {
  it('asks for the kinds of its list, unless it names one of them', () => {
    expect(toFilters(new URLSearchParams(), WARD_KINDS)).toEqual({ kind: 'ward_final,ward_flash' })
    expect(toFilters(new URLSearchParams('loai=ward_flash'), UNIT_KINDS)).toEqual({ kind: 'unit_week,unit_final' })
    expect(toFilters(new URLSearchParams('loai=unit_week&trang-thai=draft'), UNIT_KINDS)).toEqual({
      kind: 'unit_week',
      status: 'draft',
    })
  })
  it('names the plan, else the one in force', () => {
    const plan = (id: string, status: string) => ({ id, status }) as never
    const plans = [plan('a', 'draft'), plan('b', 'closed'), plan('c', 'published')]
    expect(planOf(new URLSearchParams('ke-hoach=b'), plans)?.id).toBe('b')
    expect(planOf(new URLSearchParams('ke-hoach=a'), plans)?.id).toBe('c')
    expect(planOf(new URLSearchParams(), [plan('a', 'draft')])).toBeNull()
  })
  it('goes from week to week within the plan, and not into the future', () => {
    const plan = { starts_on: '2024-06-01', ends_on: '2024-06-30' }
    const week = (period_from: string, period_to: string) => ({ period_from, period_to })
    expect(weeksAround(week('2024-05-27', '2024-06-02'), plan, '2024-07-10')).toEqual({
      before: null,
      after: '2024-06-03',
    })
    expect(weeksAround(week('2024-06-24', '2024-06-30'), plan, '2024-07-10')).toEqual({
      before: '2024-06-23',
      after: null,
    })
    expect(weeksAround(week('2024-06-10', '2024-06-16'), plan, '2024-06-12').after).toBeNull()
  })
})
