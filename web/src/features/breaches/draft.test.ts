import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DraftKeeper, isBlank, reportOf, type Report } from './draft'

const report = (what_happened: string): Report => ({
  kind: 'lost_device',
  what_happened,
  discovered_at: '2024-06-03T01:00:00.000Z',
})

describe('what is kept of a report', () => {
  it('comes back as the form knows it, with the discovery as it was', () => {
    expect(reportOf(report('Mất máy'))).toEqual(report('Mất máy'))
    expect(reportOf({ ...report('Mất máy'), kind: 'of another version', discovered_at: 'x' })).toEqual({
      kind: null,
      what_happened: 'Mất máy',
      discovered_at: null,
    })
    for (const wrong of [null, 'x', {}, { what_happened: 3 }]) expect(reportOf(wrong)).toBeNull()
  })

  it('is nothing without a word', () => {
    expect([isBlank(report(' \n')), isBlank(report('M'))]).toEqual([true, false])
  })
})

describe('keeping while one writes', () => {
  let kept: Report | null
  let writes: number
  let may: boolean
  const deps = {
    keep: async (one: Report) => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      if (!may) return false
      kept = one
      writes += 1
      return true
    },
    drop: async () => {
      kept = null
    },
    pause: 100,
  }
  beforeEach(() => {
    vi.useFakeTimers()
    ;[kept, writes, may] = [null, 0, true]
  })
  afterEach(() => vi.useRealTimers())

  it('waits for a pause, and says when it is safe', async () => {
    const keeper = new DraftKeeper(deps)
    keeper.change(report('M'))
    keeper.change(report('Mất'))
    expect([keeper.current(), kept]).toEqual(['writing', null])
    await vi.advanceTimersByTimeAsync(100)
    keeper.change(report('Mất máy'))
    await vi.advanceTimersByTimeAsync(50)
    expect([keeper.current(), kept]).toEqual(['writing', report('Mất')])
    await vi.advanceTimersByTimeAsync(150)
    expect([keeper.current(), kept, writes]).toEqual(['kept', report('Mất máy'), 2])
  })

  it('keeps at once what was typed last when the page goes', async () => {
    const keeper = new DraftKeeper(deps)
    keeper.change(report('Mất'))
    const done = keeper.flush()
    await vi.advanceTimersByTimeAsync(50)
    await done
    expect(kept).toEqual(report('Mất'))
  })

  it('leaves nothing once it is sent, whatever was under way', async () => {
    const keeper = new DraftKeeper(deps)
    keeper.change(report('Mất'))
    void keeper.flush()
    const done = keeper.end()
    keeper.change(report('Mất máy'))
    void keeper.flush()
    await vi.advanceTimersByTimeAsync(1_000)
    await done
    expect([kept, keeper.current()]).toEqual([null, 'blank'])
  })

  it('drops what was emptied, and what was thrown away; another is kept again', async () => {
    const keeper = new DraftKeeper(deps)
    keeper.change(report('Mất'))
    await vi.advanceTimersByTimeAsync(200)
    keeper.change(report(''))
    await vi.advanceTimersByTimeAsync(200)
    expect([kept, keeper.current()]).toEqual([null, 'blank'])
    keeper.change(report('Mất'))
    await keeper.clear()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(kept).toBeNull()
    keeper.change(report('Việc khác'))
    await vi.advanceTimersByTimeAsync(200)
    expect(kept).toEqual(report('Việc khác'))
  })

  it('is not written again by being opened, nor dropped by a form that begins', async () => {
    const keeper = new DraftKeeper(deps)
    kept = report('Mất')
    keeper.change(report(''))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(kept).toEqual(report('Mất'))
    keeper.adopt(report('Mất'))
    keeper.change(report('Mất'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect([keeper.current(), writes]).toEqual(['kept', 0])
    keeper.change({ ...report('Mất'), kind: 'lost_paper' })
    await vi.advanceTimersByTimeAsync(1_000)
    expect([kept?.kind, writes]).toEqual(['lost_paper', 1])
  })

  it('says so where the machine keeps nothing', async () => {
    may = false
    const keeper = new DraftKeeper(deps)
    keeper.change(report('Mất'))
    await vi.advanceTimersByTimeAsync(200)
    expect([keeper.current(), kept]).toEqual(['unsafe', null])
    keeper.change(report('Mất máy'))
    expect(keeper.current()).toBe('unsafe')
  })
})
