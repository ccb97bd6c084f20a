import { describe, expect, it } from 'vitest'
import { percentOf, placesOf, widest, yearOf, yearsFrom } from './figures'
import { behindQuery, listBehind } from './links'
import type { Coverage } from './queries'

const unit = (id: string, name: string) => ({ id, name, code: id, kind: 'neighborhood' as const })
const coverage: Coverage = {
  year: 2026,
  programmes: [
    {
      programme: 'gift',
      label: 'x',
      entitled: 12,
      reached: 4,
      not_reached: 8,
      by_neighborhood: [
        { neighborhood: unit('b', 'Khu phố 10'), entitled: 10, reached: 4, not_reached: 6 },
        { neighborhood: null, entitled: 2, reached: 0, not_reached: 2 },
      ],
    },
    {
      programme: 'visit',
      label: 'y',
      entitled: 1,
      reached: 1,
      not_reached: 0,
      by_neighborhood: [{ neighborhood: unit('a', 'Khu phố 2'), entitled: 1, reached: 1, not_reached: 0 }],
    },
  ],
}

describe('coverage', () => {
  it('has a row for every neighborhood, in their order, those outside last', () => {
    const places = placesOf(coverage)
    expect(places.map((place) => place.name)).toEqual(['Khu phố 2', 'Khu phố 10', null])
    expect(places[1]!.counts).toEqual({ gift: { entitled: 10, reached: 4, not_reached: 6 } })
    expect(widest(coverage.programmes[0]!)).toBe(10)
  })

  it('is never rounded to all or to none', () => {
    const percent = (reached: number, entitled: number) =>
      percentOf({ reached, entitled, not_reached: entitled - reached })
    expect([percent(999, 1000), percent(1, 1000), percent(0, 5), percent(5, 5), percent(0, 0)]).toEqual([
      99, 1, 0, 100, 0,
    ])
  })

  it('opens the list behind a number, which reads the same back', () => {
    const link = listBehind({ programme: 'gift', year: 2025, reached: false, neighborhood: 'b' })
    expect(link).toBe('/tre-em?chuong-trinh=gift&nam=2025&da-den=0&khu-pho=b')
    expect(behindQuery(new URL(link, 'http://x').searchParams)).toEqual({
      programme: 'gift',
      year: 2025,
      reached: false,
    })
    expect(behindQuery(new URLSearchParams('nam=2025&chuong-trinh=khac'))).toEqual({})
    expect(listBehind({ programme: 'visit', year: 2025 })).not.toContain('da-den')
  })

  it('takes a year that has been', () => {
    expect([yearOf('2024', 2026), yearOf('2027', 2026), yearOf('x', 2026), yearOf(null, 2026)]).toEqual([
      2024, 2026, 2026, 2026,
    ])
    expect(yearsFrom(2026, 2020)).toEqual([2026, 2025, 2024, 2023, 2022, 2020])
  })
})
