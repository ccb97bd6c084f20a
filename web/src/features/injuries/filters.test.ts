import { describe, expect, it } from 'vitest'
import { COLUMNS, quarterOf, rowsBehind, toFilters } from './filters'

describe('the rows behind a number', () => {
  const quarter = { from: '2026-04-01', to: '2026-06-30' }
  it('are the list with the filters of line and column', () => {
    const address = rowsBehind(quarter, 'drowning', COLUMNS[3]!.filter, true)
    const params = new URLSearchParams(address.split('?')[1])
    expect(toFilters(params)).toEqual({
      ...quarter,
      kind: 'drowning',
      age_band: '0-5',
      outcome: 'dead',
    })
  })
  it('of the sum are all of the quarter', () => {
    expect(rowsBehind(quarter, null, {}, false)).toBe('/tai-nan?tu=2026-04-01&den=2026-06-30')
  })
  it('knows the quarter of a day', () => {
    expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map((day) => quarterOf(day).quarter)).toEqual([
      1, 1, 2, 4,
    ])
  })
})
