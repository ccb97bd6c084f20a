import { describe, expect, it } from 'vitest'
import { parsePoint, plot, pointText } from './points'

describe('points', () => {
  it('reads what map programs give, and nothing else', () => {
    expect(parsePoint('20.06512, 105.85721')).toEqual({ lat: 20.06512, lng: 105.85721 })
    expect(parsePoint(' 20.1;105 ')).toEqual({ lat: 20.1, lng: 105 })
    for (const text of ['', '20', '91, 0', '0, 181', '20,1 105,8', 'a, b', '1, 2, 3'])
      expect(parsePoint(text)).toBeNull()
    expect(parsePoint(pointText({ lat: -1.5, lng: 2 }))).toEqual({ lat: -1.5, lng: 2 })
  })

  it('draws north up, east to the right, at one scale, within the square', () => {
    const { dots, scale } = plot(
      [
        { lat: 20.07, lng: 105.85 },
        { lat: 20.06, lng: 105.86 },
      ],
      300,
      20,
    )
    expect(dots[0]!.y).toBeLessThan(dots[1]!.y)
    expect(dots[0]!.x).toBeLessThan(dots[1]!.x)
    for (const { x, y } of dots) expect(Math.min(x, y, 300 - x, 300 - y)).toBeGreaterThanOrEqual(19.9)
    // 0.01° of latitude are 1,113 m.
    const high = dots[1]!.y - dots[0]!.y
    expect((scale.length / scale.metres) * 1113.2).toBeCloseTo(high, 5)
    expect(scale.metres).toBe(200)
  })

  it('draws a single point in the middle', () => {
    expect(plot([{ lat: 20, lng: 105 }], 300, 20).dots).toEqual([{ x: 150, y: 150 }])
  })
})
