import { describe, expect, it } from 'vitest'
import type { Child, ChildHistoryEntry, Circumstance } from '@/api/types'
import { check } from '@/lib/validate'
import {
  childSchema,
  createBody,
  emptyChild,
  emptyGuardian,
  grownUpOn,
  healthSchema,
  patchBody,
  valuesOf,
  type ChildValues,
} from './childForm'
import { activeFilters, toQuery } from './filters'
import { isUninsured, outOfForce } from './format'
import { compare, takeOf } from './merge'
import { childTexts } from './texts'
import { changesOf, isNew } from './useShownValue'
import { filtersOf, sortsOf } from './views'

const TODAY = '2024-06-03'
const t = childTexts.vi.form
const query = (address: string, role: Parameters<typeof filtersOf>[0]) =>
  toQuery(new URLSearchParams(address), filtersOf(role), sortsOf(role), TODAY)

describe('filters in the address', () => {
  it('become the query of the API', () => {
    const address =
      'khu-pho=u1&tuoi=6-10&gioi=female&nhom=HC01&nguy-co=co&ngheo=poor&thieu-bhyt=1&chua-biet-boi=1&chua-ho-tro=1' +
      '&trang-thai=moved_out&sap-xep=-date_of_birth&la=1'
    expect(query(address, 'social_officer')).toEqual({
      neighborhood_id: 'u1',
      age_from: 6,
      age_to: 10,
      sex: 'female',
      circumstance: 'HC01',
      has_risk: true,
      poverty: 'poor',
      without_insurance: true,
      can_swim: false,
      unsupported_in: 2024,
      status: 'moved_out',
      sort: '-date_of_birth',
    })
  })

  it('are cut down to what the reader may ask, whoever sent the link', () => {
    const address = 'tuoi=6-10&nam-sinh=2014&nhom=HC11&ngheo=poor&chua-ho-tro=1&chua-biet-boi=1&sap-xep=date_of_birth'
    expect(query(address, 'youth_union')).toEqual({ birth_year_from: 2014, birth_year_to: 2014, can_swim: false })
    expect(query(`${address}&thieu-bhyt=1`, 'health')).toEqual({
      age_from: 6,
      age_to: 10,
      without_insurance: true,
      sort: 'date_of_birth',
    })
    expect(filtersOf('neighborhood')).not.toContain('khu-pho')
    expect(activeFilters(new URLSearchParams('nhom=co'), filtersOf('youth_union'))).toEqual([])
  })

  it('know no words of a name', () => {
    expect(query('q=nguyen&tim=an', 'social_officer')).toEqual({})
  })
})

const values: ChildValues = {
  ...emptyChild,
  full_name: 'Nguyễn Thị Hoà',
  date_of_birth: '2016-05-01',
  neighborhood_id: 'u1',
}

describe('the form of a child', () => {
  const errors = (over: Partial<ChildValues>) => check(childSchema(t, TODAY, true, true), { ...values, ...over })

  it('asks for name, birth and place, and for nothing else', () => {
    expect(errors({})).toEqual({})
    expect(Object.keys(errors(emptyChild))).toEqual(['full_name', 'date_of_birth', 'neighborhood_id'])
    expect(errors({ neighborhood_id: null, school_id: 's' })).toEqual({})
    expect(errors({ birth_year_only: true, date_of_birth: null })).toEqual({ date_of_birth: t.yearMissing })
    expect(errors({ full_name: 'An 2' })).toEqual({ full_name: t.nameDigits })
    expect(errors({ date_of_birth: '2024-06-04' })).toEqual({ date_of_birth: t.born })
  })

  it('takes whoever is under sixteen today', () => {
    expect(errors({ date_of_birth: '2008-06-04' })).toEqual({})
    expect(errors({ date_of_birth: '2008-06-03' })).toEqual({ date_of_birth: t.grown })
    expect(grownUpOn('2012-02-29')).toBe('2028-02-29')
    expect(grownUpOn('2084-02-29')).toBe('2100-02-28')
    // An older record may still be corrected.
    expect(check(childSchema(t, TODAY, false, false), { ...values, date_of_birth: '2007-01-01' })).toEqual({})
  })

  it('looks at every guardian, blank ones aside', () => {
    const guardians = [
      { ...emptyGuardian },
      { ...emptyGuardian, phone: '0912 345 678' },
      { ...emptyGuardian, full_name: 'Lê Thị B', phone: '91234' },
    ]
    expect(errors({ guardians })).toEqual({
      'guardians.1.full_name': t.guardianNameMissing,
      'guardians.2.phone': t.phoneWrong,
    })
    expect(createBody({ ...values, guardians: guardians.slice(0, 1) }).guardians).toEqual([])
    expect(createBody({ ...values, guardians: [{ ...guardians[2]!, phone: '0912.345.678' }] }).guardians).toEqual([
      { relation: 'mother', full_name: 'Lê Thị B', phone: '0912345678', occupation: '' },
    ])
  })

  it('takes numbers as people write them', () => {
    expect(errors({ personal_id: '0012 1612 3456', health_insurance_no: 'TE1 38 29 123 45678' })).toEqual({})
    expect(errors({ personal_id: '123', health_insurance_no: 'abc' })).toEqual({
      personal_id: t.idWrong,
      health_insurance_no: t.insuranceWrong,
    })
    expect(check(healthSchema(t), { ...emptyChild, health_insurance_no: '12' })).toEqual({
      health_insurance_no: t.insuranceWrong,
    })
  })

  it('sends only what was changed, and only what is the reader’s to write', () => {
    const after: ChildValues = { ...values, grade: '3A', health_insurance_no: '0123456789' }
    expect(patchBody(values, after, 'full')).toEqual({ grade: '3A', health_insurance_no: '0123456789' })
    expect(patchBody(values, after, 'health')).toEqual({ health_insurance_no: '0123456789' })
    expect(patchBody(values, values, 'full')).toEqual({})
  })

  it('never sends a masked number back', () => {
    const child = { ...row('a'), personal_id: '0380•••••123' }
    expect(valuesOf(child).personal_id).toBe('')
    expect(patchBody(valuesOf(child), { ...valuesOf(child), grade: '2B' }, 'full')).toEqual({ grade: '2B' })
  })
})

function row(id: string, over: Partial<Child> = {}): Child {
  return {
    id,
    code: `TE-${id}`,
    view: 'full',
    full_name: 'Nguyễn Thị Hoà',
    date_of_birth: '2016-05-01',
    birth_year_only: false,
    birth_year: 2016,
    sex: 'female',
    guardians: [],
    medical_warning: '',
    poverty: 'none',
    status: 'active',
    version: 1,
    ...over,
  }
}

describe('merging two rows', () => {
  it('asks only where both say something else; what is empty is filled', () => {
    const kept = row('a', { grade: '3A', address: '', poverty: 'none', sex: 'unknown' })
    const gone = row('b', { grade: '3B', address: 'Số 1', poverty: 'poor', sex: 'female', full_name: 'Nguyễn Thị Hòa' })
    expect(compare(kept, gone)).toEqual({
      differing: ['full_name', 'grade'],
      filled: ['sex', 'address', 'poverty'],
    })
    expect(compare(kept, kept)).toEqual({ differing: [], filled: [] })
  })

  it('takes a whole day of birth for a year, and the mark along with the day', () => {
    const year = row('a', { birth_year_only: true, date_of_birth: '2016-01-01' })
    expect(compare(year, row('b')).filled).toEqual(['date_of_birth'])
    expect(compare(row('b'), year).differing).toEqual(['date_of_birth'])
    expect(takeOf(['date_of_birth', 'grade'])).toEqual(['date_of_birth', 'birth_year_only', 'grade'])
  })
})

describe('what is said of a child', () => {
  it('does not call a child uninsured whose insurance the reader does not see', () => {
    expect(isUninsured(row('a'), TODAY)).toBeNull()
    expect(isUninsured(row('a', { health_insurance_no: null }), TODAY)).toBe(true)
    expect(isUninsured(row('a', { health_insurance_no: '1', health_insurance_valid_to: '2024-06-02' }), TODAY)).toBe(
      true,
    )
    expect(isUninsured(row('a', { health_insurance_no: '1', health_insurance_valid_to: null }), TODAY)).toBe(false)
  })

  it('tells a history in the order of the form', () => {
    const entry = { changes: { grade: ['', '3A'], full_name: [null, 'An'], HC05: [null, {}] } }
    expect(changesOf(entry as unknown as ChildHistoryEntry).map(([member]) => member)).toEqual([
      'full_name',
      'grade',
      'HC05',
    ])
    expect(isNew(entry as unknown as ChildHistoryEntry)).toBe(true)
  })
})

describe('circumstances out of force', () => {
  const entry = (id: string, from_date: string, to_date: string | null = null) =>
    ({ id, from_date, to_date }) as Circumstance
  const ids = (entries: Circumstance[]) => entries.map((one) => one.id)

  it('have ended or will begin; what ends today still stands', () => {
    const { coming, ended } = outOfForce(
      [
        entry('now', '2024-01-01'),
        entry('last-day', '2024-01-01', TODAY),
        entry('first-day', TODAY),
        entry('old', '2023-01-01', '2023-05-01'),
        entry('older', '2022-01-01', '2022-05-01'),
        entry('later', '2024-09-01'),
        entry('soon', '2024-06-04', '2024-06-05'),
      ],
      TODAY,
    )
    expect(ids(coming)).toEqual(['soon', 'later'])
    expect(ids(ended)).toEqual(['old', 'older'])
  })
})
