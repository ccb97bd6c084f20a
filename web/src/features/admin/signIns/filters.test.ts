import { describe, expect, it } from 'vitest'
import { EVERYTHING, toFilters } from './filters'

describe('the filters of sign-ins', () => {
  it('show what went wrong unless something else is asked for', () => {
    expect(toFilters(new URLSearchParams())).toEqual({ failed: true })
    expect(toFilters(new URLSearchParams(`ket-qua=${EVERYTHING}&nguoi=x`))).toEqual({ person_id: 'x' })
    expect(toFilters(new URLSearchParams('ket-qua=locked&tu=2024-06-01'))).toEqual({
      result: 'locked',
      from: '2024-06-01',
    })
  })
})
