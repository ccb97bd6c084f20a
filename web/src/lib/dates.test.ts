import { describe, expect, it } from 'vitest'
import {
  addDays,
  daysBetween,
  formatDate,
  formatInstant,
  formatRange,
  formatWhen,
  parseTyped,
  today,
  weekday,
} from './dates'

describe('dates', () => {
  it.each([
    ['27032016', '2016-03-27'],
    ['5/9/2015', '2015-09-05'],
    ['05/09/2015', '2015-09-05'],
    ['5-9-15', '2015-09-05'],
    ['5.9.2015', '2015-09-05'],
    ['28/6', '2024-06-28'],
    ['2806', '2024-06-28'],
    ['1/1/99', '1999-01-01'],
    [' 1/6/2024 ', '2024-06-01'],
    ['29/2/2024', '2024-02-29'],
  ])('reads %s', (text, iso) => {
    expect(parseTyped(text, '2024-05-01')).toBe(iso)
  })

  it.each(['', 'mai', '31/4/2024', '29/2/2023', '0/1/2024', '1/13/2024', '1/6/202', '12', '1/2/3/4', '100/1/2024'])(
    'refuses "%s"',
    (text) => {
      expect(parseTyped(text, '2024-05-01')).toBeNull()
    },
  )

  it('shows instants on the ward’s clock, whatever the device says', () => {
    expect(formatInstant('2024-06-01T17:30:00Z')).toBe('00:30 02/06/2024')
    expect(today(new Date('2024-06-01T17:30:00Z'))).toBe('2024-06-02')
    expect(formatWhen('2024-06-02T01:00:00Z', new Date('2024-06-02T03:00:00Z'))).toBe('08:00')
    expect(formatWhen('2024-06-01T01:00:00Z', new Date('2024-06-02T03:00:00Z'))).toBe('08:00 01/06')
  })

  it('counts plain days', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
    expect(daysBetween('2024-06-10', '2024-06-07')).toBe(-3)
    expect(formatDate('2024-06-03')).toBe('03/06/2024')
    expect(formatRange('2024-06-01', '2024-06-30')).toBe('01/06 – 30/06/2024')
    expect(weekday('2026-06-03')).toBe('Thứ Tư')
  })
})
