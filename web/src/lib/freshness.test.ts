import { afterEach, describe, expect, it, vi } from 'vitest'
import { freshness } from './freshness'

const answer = (asOf?: string) =>
  new Headers({ date: 'Mon, 03 Jun 2024 01:00:30 GMT', ...(asOf ? { 'x-data-as-of': asOf } : {}) })

describe('freshness', () => {
  afterEach(freshness.forget)

  it('tells of figures that are some seconds old, until younger ones come', () => {
    const told = vi.fn()
    const stop = freshness.subscribe(told)
    freshness.learn(answer('2024-06-03T01:00:18Z'))
    expect(freshness.lag).toEqual({ asOf: '2024-06-03T01:00:18Z', seconds: 12 })
    freshness.learn(answer())
    expect(freshness.lag?.seconds).toBe(12)
    freshness.learn(answer('2024-06-03T01:00:29Z'))
    expect(freshness.lag).toBeNull()
    expect(told).toHaveBeenCalledTimes(2)
    stop()
  })

  it('forgets on another page', () => {
    freshness.learn(answer('2024-06-03T01:00:00Z'))
    freshness.forget()
    expect(freshness.lag).toBeNull()
  })
})
