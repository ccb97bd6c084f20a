import { describe, expect, it } from 'vitest'
import { instantAt } from '@/lib/eventTimes'
import { differences, merged } from '@/lib/merge'
import { conditionsAfter, createBody, draftOf, emptyEvent, endAfter, eventSchema, patchBody } from './eventForm'
import { fieldWords } from './fieldWords'
import { eventFormTexts } from './formTexts'
import { sessionsOf } from './series'
import { dayOf, toQuery, toRemembered, viewOf } from './filters'

const start = (hour: number) => instantAt('2026-06-01', hour * 60)
const written = () => ({
  ...emptyEvent('unit', '2026-06-01'),
  title: 'A',
  kind: 'meeting' as const,
  place: 'B',
  expected_children: 10,
  expected_adults: 2,
})
const names = { unit: (id: string) => id, task: (id: string) => id, section: (id: string) => id }

describe('the form of an event', () => {
  it('ends two hours after it begins, and keeps its length when it moves', () => {
    expect(endAfter({ starts_at: null, ends_at: null }, start(8))).toBe(start(10))
    expect(endAfter({ starts_at: start(8), ends_at: start(9) }, start(14))).toBe(start(15))
  })

  it('takes the conditions of its kind until somebody says otherwise', () => {
    const values = written()
    expect(conditionsAfter(values, 'swimming_class').near_water).toBe(true)
    const swimming = {
      ...values,
      kind: 'swimming_class' as const,
      conditions: conditionsAfter(values, 'swimming_class'),
    }
    expect(conditionsAfter(swimming, 'meeting').near_water).toBe(false)
    const own = { ...values, conditions: { ...values.conditions, with_fire: true } }
    expect(conditionsAfter(own, 'swimming_class')).toMatchObject({ with_fire: true, near_water: false })
  })

  it('says what is missing, each at its field', () => {
    const result = eventSchema(eventFormTexts.vi).safeParse({
      ...emptyEvent('unit', null),
      repeat: { ...written().repeat, on: true },
    })
    const paths = result.error?.issues.map((issue) => issue.path.join('.'))
    expect(paths).toEqual(
      expect.arrayContaining(['title', 'kind', 'starts_at', 'place', 'expected_children', 'repeat.until']),
    )
    expect(eventSchema(eventFormTexts.vi).safeParse(written()).success).toBe(true)
  })

  it('sends hours as the API reads them, and only what was changed', () => {
    const values = written()
    values.details.programme = [{ time: '7h30', what: 'C', who: '' }]
    expect(createBody(values).details.programme[0]).toMatchObject({ time: '07:30' })
    expect(createBody(values).repeat).toBeNull()
    expect(patchBody(values, { ...values, place: 'D' })).toEqual({ place: 'D' })
  })

  it('is not checked without hours', () => {
    expect(draftOf(emptyEvent('unit', null), null)).toBeNull()
    expect(draftOf({ ...written(), ends_at: start(7) }, null)).toBeNull()
    expect(draftOf(written(), 'x')).toMatchObject({ id: 'x', expected_children: 10 })
  })

  it('keeps what both have changed in different fields', () => {
    const base = written()
    const mine = { ...base, title: 'Mine', details: { ...base.details, purpose: 'P' } }
    const theirs = { ...base, title: 'Theirs', details: { ...base.details, note: 'N' } }
    const versions = { base, mine, theirs }
    const words = fieldWords(names)
    expect(differences(versions, words).map(({ field }) => field)).toEqual(['title'])
    expect(merged(versions, words, new Set())).toMatchObject({
      title: 'Theirs',
      details: { purpose: 'P', note: 'N' },
    })
    expect(merged(versions, words, new Set(['title'])).title).toBe('Mine')
  })
})

describe('the sessions of a series', () => {
  const repeat = { on: true, every: 'week' as const, weekdays: ['2', '4'], until: '2026-06-11' }
  it('are on the chosen weekdays, the first one among them whatever day it is', () => {
    expect(sessionsOf(repeat, '2026-06-01')).toEqual([
      '2026-06-01',
      '2026-06-02',
      '2026-06-04',
      '2026-06-09',
      '2026-06-11',
    ])
    expect(sessionsOf({ ...repeat, weekdays: [] }, '2026-06-01')).toEqual(['2026-06-01', '2026-06-08'])
    expect(sessionsOf({ ...repeat, every: 'day', until: '2026-06-03' }, '2026-06-01')).toHaveLength(3)
  })
})

describe('the address of the calendar', () => {
  const params = new URLSearchParams('xem=danh-sach&ngay=2026-06-15&loai=camp,sport&q=trai')
  it('becomes a query; a search knows no month', () => {
    expect(toQuery(params, 'danh-sach', '2026-06-15')).toEqual({ kind: 'camp,sport', q: 'trai' })
    expect(toQuery(params, 'thang', '2026-06-15')).toEqual({
      kind: 'camp,sport',
      from: '2026-06-01',
      to: '2026-07-05',
    })
  })

  it('is remembered without the day and the words', () => {
    expect(toRemembered(params)).toBe('xem=danh-sach&loai=camp%2Csport')
    expect(viewOf(new URLSearchParams(), true)).toBe('danh-sach')
    expect(viewOf(new URLSearchParams('xem=xyz'), false)).toBe('thang')
    expect(dayOf(new URLSearchParams('ngay=2026-02-30'), '2026-06-01')).toBe('2026-06-01')
  })
})
