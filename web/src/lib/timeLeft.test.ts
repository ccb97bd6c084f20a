import { describe, expect, it } from 'vitest'
import { clockTexts } from './clockTexts'
import { timeLeft } from './timeLeft'

const NOW = Date.parse('2026-11-26T07:00:00Z')
const at = (minutes: number) => timeLeft(new Date(NOW + minutes * 60_000).toISOString(), NOW, clockTexts.vi)

describe('what is left of a clock', () => {
  it.each([
    [200, 'còn 3 giờ 20 phút'],
    [180, 'còn 3 giờ'],
    [59, 'còn 59 phút'],
    [0.5, 'còn dưới 1 phút'],
    [-5, 'quá 5 phút'],
    [-125, 'quá 2 giờ'],
    [-60 * 50, 'quá 2 ngày'],
    [60 * 27, 'còn 1 ngày 3 giờ'],
    [60 * 24 * 4 + 90, 'còn 4 ngày'],
  ])('%s minutes: %s', (minutes, words) => {
    expect(at(minutes)).toBe(words)
  })
})
