import { describe, expect, it } from 'vitest'
import { fitWithin } from './image'

describe('photos', () => {
  it('fit within 1600 px and are never enlarged', () => {
    expect(fitWithin(4000, 3000)).toEqual({ width: 1600, height: 1200 })
    expect(fitWithin(3000, 4000)).toEqual({ width: 1200, height: 1600 })
    expect(fitWithin(800, 600)).toEqual({ width: 800, height: 600 })
    expect(fitWithin(10_000, 1)).toEqual({ width: 1600, height: 1 })
  })
})
