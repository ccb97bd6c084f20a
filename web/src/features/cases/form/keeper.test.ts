import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CaseForm } from '@/api/types'
import { ApiProblem, OfflineError } from '@/lib/problem'
import { FormKeeper, type Deps, type Draft } from './keeper'
import type { Content } from './merge'

const content = (over: Partial<Content> = {}): Content =>
  ({
    catalogue: '1',
    items: [],
    needs: [],
    participants: [],
    activities: [],
    conclusion: '',
    goals: '',
    ...over,
  }) as unknown as Content
const form = (version: number, over: Partial<Content> = {}, more: Partial<CaseForm> = {}): CaseForm =>
  ({
    version,
    content: content(over),
    updated_at: `2024-06-03T0${version}:00:00Z`,
    completed_at: null,
    ...more,
  }) as unknown as CaseForm

describe('saving while one writes', () => {
  let kept: Draft | null
  let server: CaseForm
  let down = false
  const sent: number[] = []
  const deps: Deps = {
    send: async (version, body) => {
      if (down) throw new OfflineError()
      sent.push(version)
      if (version !== server.version) throw new ApiProblem(412, { current: server })
      server = form(version + 1, body)
      return server
    },
    keep: async (draft) => {
      kept = draft
      return true
    },
    drop: async () => {
      kept = null
    },
    pause: 100,
    retry: 1_000,
  }
  beforeEach(() => {
    vi.useFakeTimers()
    kept = null
    down = false
    server = form(0)
    sent.length = 0
  })
  afterEach(() => vi.useRealTimers())

  it('waits for a pause, and sends once what was typed before it', async () => {
    const keeper = new FormKeeper(server, deps)
    keeper.change(content({ conclusion: 'C' }))
    keeper.change(content({ conclusion: 'Cần' }))
    expect(keeper.view.state).toBe('saving')
    await vi.advanceTimersByTimeAsync(100)
    expect([sent, keeper.view.state, server.content.conclusion]).toEqual([[0], 'saved', 'Cần'])
    expect(keeper.view.savedAt).toBe(server.updated_at)
    await keeper.save()
    expect(sent).toEqual([0])
  })

  it('keeps the draft without a network and sends it when there is one', async () => {
    const keeper = new FormKeeper(server, deps)
    down = true
    keeper.change(content({ conclusion: 'Ở nhà bà' }))
    await vi.advanceTimersByTimeAsync(100)
    expect([keeper.view.state, kept?.content.conclusion]).toEqual(['kept', 'Ở nhà bà'])
    down = false
    await vi.advanceTimersByTimeAsync(1_000)
    expect([keeper.view.state, kept, server.content.conclusion]).toEqual(['saved', null, 'Ở nhà bà'])
  })

  it('takes in what somebody else saved, and sends both', async () => {
    const keeper = new FormKeeper(server, deps)
    server = form(3, { goals: 'của họ' }, { updated_by: { full_name: 'Hà' } as CaseForm['updated_by'] })
    keeper.change(content({ conclusion: 'của tôi' }))
    await vi.advanceTimersByTimeAsync(100)
    expect(sent).toEqual([0, 3])
    expect(server.content).toMatchObject({ goals: 'của họ', conclusion: 'của tôi' })
    expect([keeper.view.state, keeper.view.mergedWith]).toEqual(['saved', 'Hà'])
  })

  it('asks where both changed one field, and saves what was chosen', async () => {
    const keeper = new FormKeeper(server, deps)
    server = form(1, { conclusion: 'họ' })
    keeper.change(content({ conclusion: 'tôi' }))
    await vi.advanceTimersByTimeAsync(100)
    expect(keeper.view.conflicts).toEqual([{ path: 'conclusion', mine: 'tôi', theirs: 'họ' }])
    expect(kept?.content.conclusion).toBe('tôi')
    expect(await keeper.save()).toBe(false)
    keeper.resolve(new Set())
    await vi.advanceTimersByTimeAsync(0)
    expect([keeper.view.state, server.content.conclusion]).toEqual(['saved', 'họ'])
  })

  it('writes a draft of this device over the version it came from, or merges it', async () => {
    const same = new FormKeeper(server, deps)
    same.restore({ base: content(), version: 0, content: content({ conclusion: 'trên máy' }) })
    await vi.advanceTimersByTimeAsync(0)
    expect(server.content.conclusion).toBe('trên máy')
    server = form(7, { conclusion: 'trên máy', goals: 'họ' })
    const newer = new FormKeeper(server, deps)
    newer.restore({ base: content({ conclusion: 'trên máy' }), version: 1, content: content({ conclusion: 'sửa' }) })
    await vi.advanceTimersByTimeAsync(0)
    expect(server.content).toMatchObject({ conclusion: 'sửa', goals: 'họ' })
  })

  it('says what the server refuses, and does not try again by itself', async () => {
    const errors = [{ field: 'activities[0].to', code: 'period', message: 'x' }]
    const send = vi.fn().mockRejectedValue(new ApiProblem(422, { errors }))
    const keeper = new FormKeeper(server, { ...deps, send })
    keeper.change(content({ conclusion: 'x' }))
    await vi.advanceTimersByTimeAsync(5_000)
    expect([keeper.view.state, keeper.view.errors, send.mock.calls.length]).toEqual(['kept', errors, 1])
  })

  it('loses nothing that is typed while a save is under way', async () => {
    const keeper = new FormKeeper(server, {
      ...deps,
      send: async (version, body) => {
        await new Promise((resolve) => setTimeout(resolve, 500))
        return deps.send(version, body)
      },
    })
    keeper.change(content({ conclusion: 'a' }))
    await vi.advanceTimersByTimeAsync(300)
    keeper.change(content({ conclusion: 'ab' }))
    await vi.advanceTimersByTimeAsync(2_000)
    expect([server.content.conclusion, keeper.view.state, sent]).toEqual(['ab', 'saved', [0, 1]])
  })
})
