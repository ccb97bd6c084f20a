import { describe, expect, it } from 'vitest'
import { clockTexts } from './clockTexts'
import { hoursLeft, timeLeft } from './timeLeft'

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

describe('what is left in the whole hours of the server', () => {
  it.each([
    [72, 'còn 3 ngày'],
    [42, 'còn 1 ngày 18 giờ'],
    [24, 'còn 1 ngày'],
    [5, 'còn 5 giờ'],
    [0, 'còn chưa đến 1 giờ'],
    [-1, 'quá chưa đến 1 giờ'],
    [-4, 'quá 3 giờ'],
    [-60, 'quá 2 ngày'],
  ])('%s hours: %s', (hours, words) => {
    expect(hoursLeft(hours, clockTexts.vi)).toBe(words)
  })

  it.each([41, 30, 24, -50])('says of %s hours what the page of one says', (hours) => {
    const due = new Date(NOW + hours * 3_600_000 + 60_000).toISOString()
    expect(hoursLeft(hours, clockTexts.vi)).toBe(timeLeft(due, NOW, clockTexts.vi))
  })
})
