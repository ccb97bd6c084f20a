import { expect, it } from 'vitest'
import { withParams } from './address'

it('puts values into the address and takes them out of it', () => {
  const before = new URLSearchParams('tu=2024-06-01&q=a')
  expect(withParams(before, { 'ket-qua': 'locked', tu: null }).toString()).toBe('q=a&ket-qua=locked')
  expect(before.get('tu')).toBe('2024-06-01')
})
