import { describe, expect, it } from 'vitest'
import { apart, cumulate, pathOf, percentOf, segments, shownLabels, ticksUpTo } from './scale'

describe('ticks', () => {
  it('reach over the most in round steps, without halves', () => {
    expect(ticksUpTo(0)).toEqual([0, 1])
    expect(ticksUpTo(3)).toEqual([0, 1, 2, 3])
    expect(ticksUpTo(17)).toEqual([0, 5, 10, 15, 20])
    expect(ticksUpTo(200)).toEqual([0, 50, 100, 150, 200])
    expect(ticksUpTo(1234).at(-1)).toBeGreaterThanOrEqual(1234)
  })
})

describe('segments', () => {
  it('add up to the share of the whole', () => {
    expect(segments([1, 1, 2], 4).map(({ from, width }) => [from, width])).toEqual([
      [0, 25],
      [25, 25],
      [50, 50],
    ])
    expect(segments([5], 10)).toEqual([{ from: 0, width: 50 }])
  })
  it('show even a single one of a thousand, and the bar does not grow', () => {
    const bar = segments([1, 999], 1000)
    expect(bar[0]!.width).toBe(1.5)
    expect(bar[1]!.from + bar[1]!.width).toBeCloseTo(100)
    expect(bar[1]!.width).toBeCloseTo(98.5)
  })
  it('draw nothing of nothing, and never beyond the end', () => {
    expect(segments([0, 0], 0)).toEqual([
      { from: 0, width: 0 },
      { from: 0, width: 0 },
    ])
    const over = segments([30, 10], 20)
    expect(over[1]!.from + over[1]!.width).toBeCloseTo(100)
    expect(segments([-3, 2], 2)[0]!.width).toBe(0)
  })
})

describe('percent', () => {
  it('is honest at both ends', () => {
    expect([percentOf(0, 0), percentOf(0, 9), percentOf(1, 1000), percentOf(999, 1000), percentOf(9, 9)]).toEqual([
      0, 0, 1, 99, 100,
    ])
  })
})

describe('lines', () => {
  it('sum up and break where there is nothing', () => {
    expect(cumulate([1, 0, 4])).toEqual([1, 1, 5])
    expect(pathOf([{ x: 0, y: 1 }, { x: 2, y: 3.04 }, null, { x: 4, y: 5 }])).toBe('M0 1 L2 3 M4 5')
    expect(pathOf([null])).toBe('')
  })
  it('keep their labels apart and inside', () => {
    expect(apart([10, 12], 14, 0, 100)).toEqual([10, 24])
    expect(apart([98, 95], 14, 0, 100)).toEqual([100, 86])
    expect(apart([50], 14, 0, 100)).toEqual([50])
  })
  it('name as many points as fit', () => {
    expect(shownLabels(6, 50, 300)).toEqual([0, 1, 2, 3, 4, 5])
    expect(shownLabels(6, 50, 120)).toEqual([0, 3])
    expect(shownLabels(0, 50, 120)).toEqual([])
  })
})
