import { describe, expect, it } from 'vitest'
import { differences, merged } from '@/lib/merge'
import type { Concern, ConcernLine } from '@/api/types'
import { fieldWords, patchBody, valuesOf } from './concernForm'
import { concernTexts } from './texts'
import { inOrder, passes, toFilters } from './filters'
import { instantOf, parseTime } from './told'

const line = (id: string, more: Partial<ConcernLine>): ConcernLine =>
  ({
    id,
    status: 'received',
    danger_level: 'unknown',
    received_via: 'phone',
    is_suspect: false,
    received_at: '2026-11-26T01:00:00Z',
    emergency_due_at: '2026-11-26T13:00:00Z',
    ...more,
  }) as ConcernLine

const concern = (more: Partial<Concern>): Concern =>
  ({
    narrative: 'Nghe tiếng khóc',
    received_via: 'phone',
    subject_kind: 'unclear',
    danger_level: 'unknown',
    child: { full_name: '', date_of_birth: null, estimated_age: null, sex: null, address: '' },
    place: '',
    neighborhood: null,
    condition: '',
    consequences: '',
    father: { full_name: '', age: null, occupation: '' },
    mother: { full_name: '', age: null, occupation: '' },
    family: '',
    carer: '',
    actions_taken: '',
    ...more,
  }) as Concern

describe('the desk', () => {
  it('looks first at danger and at what has the least time, at the suspect last', () => {
    const rows = [
      line('suspect', { is_suspect: true, danger_level: 'emergency' }),
      line('waits', { status: 'screened' }),
      line('later', { emergency_due_at: '2026-11-26T15:00:00Z' }),
      line('soon', { emergency_due_at: '2026-11-26T02:00:00Z' }),
      line('danger', { danger_level: 'emergency', emergency_due_at: '2026-11-26T20:00:00Z' }),
    ]
    expect(inOrder(rows).map((row) => row.id)).toEqual(['danger', 'soon', 'later', 'waits', 'suspect'])
  })

  it('reads its filters from the address, and its days on the ward’s clock', () => {
    const filters = toFilters(new URLSearchParams('xem=tat-ca&muc=emergency&tu=2026-11-26'))
    expect(filters).toEqual({ danger_level: 'emergency', from: '2026-11-26' })
    expect(toFilters(new URLSearchParams()).status).toBe('received,screened')
    expect(passes(line('a', { danger_level: 'emergency', received_at: '2026-11-25T17:30:00Z' }), filters)).toBe(true)
    expect(passes(line('a', { danger_level: 'emergency', received_at: '2026-11-25T16:30:00Z' }), filters)).toBe(false)
  })
})

describe('when it was told', () => {
  it.each([
    ['8:05', '08:05'],
    ['0805', '08:05'],
    ['14h30', '14:30'],
    ['8h', '08:00'],
    ['8', '08:00'],
    ['25:00', null],
    ['8:7', null],
    ['sáng', null],
  ])('%s', (typed, time) => {
    expect(parseTime(typed)).toBe(time)
  })

  it('is on the ward’s clock', () => {
    expect(instantOf('2026-11-26', '06:00')).toBe('2026-11-25T23:00:00.000Z')
  })
})

describe('an edit', () => {
  it('sends what was changed alone', () => {
    const before = valuesOf(concern({}))
    const after = { ...before, condition: 'Sốt cao', child: { ...before.child, estimated_age: '7' } }
    expect(patchBody(before, before)).toEqual({})
    expect(patchBody(before, after)).toMatchObject({ condition: 'Sốt cao', child: { estimated_age: 7 } })
    expect(Object.keys(patchBody(before, after))).toEqual(['child', 'condition'])
  })

  it('keeps both people’s work, field by field', () => {
    const before = valuesOf(concern({}))
    const mine = { ...before, place: 'Ngõ 1', child: { ...before.child, full_name: 'Bé Na' } }
    const theirs = { ...before, place: 'Ngõ 2', child: { ...before.child, address: 'Số 9' } }
    const versions = { base: before, mine, theirs }
    const words = fieldWords(concernTexts.vi, (id) => id)
    expect(differences(versions, words).map(({ field }) => field)).toEqual(['place'])
    const kept = merged(versions, words, new Set())
    expect(kept).toMatchObject({ place: 'Ngõ 2', child: { full_name: 'Bé Na', address: 'Số 9' } })
    expect(merged(versions, words, new Set(['place'])).place).toBe('Ngõ 1')
  })
})
