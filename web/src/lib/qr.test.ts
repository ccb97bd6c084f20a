import { describe, expect, it } from 'vitest'
import { checksOf, dataOf, qrOf } from './qr'

describe('QR codes', () => {
  it('are those of the textbook', () => {
    const data = dataOf('HELLO WORLD')
    expect(data).toEqual([32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17])
    expect(checksOf(data)).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23])
  })

  it('stand as 21 rows with three eyes, and refuse what does not fit', () => {
    const rows = qrOf('K7MQ-2XPA')!
    expect(rows).toHaveLength(21)
    expect(rows.every((row) => row.length === 21)).toBe(true)
    const top = (row: number) =>
      rows[row]!.slice(0, 8)
        .map((cell) => (cell ? 1 : 0))
        .join('')
    expect([0, 1, 2, 3, 7].map(top)).toEqual(['11111110', '10000010', '10111010', '10111010', '00000000'])
    expect(rows[13]![8]).toBe(true)
    expect(qrOf('quá dài')).toBeNull()
    expect(qrOf('A'.repeat(21))).toBeNull()
  })
})
