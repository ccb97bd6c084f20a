import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ApiProblem, OfflineError } from '@/lib/problem'
import {
  claimed,
  flush,
  KEY_LIFE,
  newJob,
  pauseAfter,
  renewed,
  type Job,
  type OutboxStore,
  type Sender,
} from './outbox'

/** A store that survives a "crash": what was put is there, what was not is lost. */
function memoryStore(): OutboxStore & { rows: Map<string, Job> } {
  const rows = new Map<string, Job>()
  return {
    rows,
    all: async () => structuredClone([...rows.values()]),
    put: async (job) => void rows.set(job.id, structuredClone(job)),
    remove: async (id) => void rows.delete(id),
    claim: async (id, now) => {
      const job = rows.get(id)
      if (!job) return undefined
      rows.set(id, claimed(structuredClone(job), now))
      return structuredClone(rows.get(id))
    },
  }
}

class Crash extends Error {}

/** Counts each effect once per key, as the API promises for 24 h. */
class Server {
  files = new Map<string, string>()
  updates = new Map<string, string[]>()
  order: string[] = []

  upload(key: string): string {
    if (!this.files.has(key)) this.files.set(key, `file-${key}`)
    return this.files.get(key)!
  }

  update(key: string, ids: string[]): void {
    if (this.updates.has(key)) return
    this.updates.set(key, ids)
    this.order.push(key)
  }
}

type Cut = 'none' | 'before' | 'after' | 'crash_before' | 'crash_after' | 'busy'

/** Each request may be cut before it reaches the server, after its effect, or with the page itself. */
function senderWith(server: Server, cuts: Cut[]): Sender {
  const step = <T>(effect: () => T): T => {
    const cut = cuts.shift() ?? 'none'
    if (cut === 'before') throw new OfflineError()
    if (cut === 'crash_before') throw new Crash()
    if (cut === 'busy') throw new ApiProblem(503, { code: 'busy' })
    const answer = effect()
    if (cut === 'after') throw new OfflineError()
    if (cut === 'crash_after') throw new Crash()
    return answer
  }
  return async (job, keep) => {
    let current = job
    for (const [index] of job.files.entries()) {
      if (current.sentFiles[index]) continue
      const id = step(() => server.upload(`${job.id}-f${index}`))
      current = { ...current, sentFiles: current.sentFiles.with(index, id) }
      await keep(current)
    }
    step(() => server.update(job.id, current.sentFiles as string[]))
  }
}

function job(id: string, over: Partial<Job> = {}): Job {
  const files = over.files ?? []
  return {
    ...newJob(
      { id, userId: 'u', kind: 'k', object: over.object ?? 'task:1', title: id, body: {}, files },
      over.created ?? 0,
    ),
    ...over,
  }
}
const photo = { name: 'a.jpg', blob: new Blob(['x']) }

describe('outbox', () => {
  it('counts every effect once, wherever it is cut', async () => {
    const cut = fc.constantFrom<Cut>('none', 'before', 'after', 'crash_before', 'crash_after', 'busy')
    await fc.assert(
      fc.asyncProperty(
        fc.array(cut, { maxLength: 14 }),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }),
        async (cuts, fileCounts) => {
          const store = memoryStore()
          const server = new Server()
          const left = [...cuts]
          for (const [i, count] of fileCounts.entries()) {
            await store.put(job(`j${i}`, { created: i, files: Array.from({ length: count }, () => photo) }))
          }
          let now = 0
          for (let round = 0; round < 60 && store.rows.size > 0; round += 1) {
            now += 300_001
            try {
              // A crash leaves as an exception only in this test: in life the page is simply gone.
              await flush(store, { k: crashing(senderWith(server, left)) }, 'u', () => now)
            } catch (error) {
              if (!(error instanceof Crash)) throw error
            }
          }
          expect(store.rows.size).toBe(0)
          expect(server.order).toEqual(fileCounts.map((_, i) => `j${i}`))
          expect(server.files.size).toBe(fileCounts.reduce((a, b) => a + b, 0))
          for (const [i, count] of fileCounts.entries()) {
            expect(server.updates.get(`j${i}`)).toHaveLength(count)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('leaves the jobs of another person alone', async () => {
    const store = memoryStore()
    const server = new Server()
    await store.put(job('mine'))
    await store.put(job('theirs', { userId: 'v' }))
    await flush(store, { k: senderWith(server, []) }, 'u', () => 0)
    expect([...store.rows.keys()]).toEqual(['theirs'])
    expect(server.order).toEqual(['mine'])
  })

  it('keeps the order of one object and lets other objects pass', async () => {
    const store = memoryStore()
    const server = new Server()
    await store.put(job('a1', { created: 1, object: 'a' }))
    await store.put(job('a2', { created: 2, object: 'a' }))
    await store.put(job('b1', { created: 3, object: 'b' }))
    await flush(store, { k: senderWith(server, ['busy']) }, 'u', () => 10)
    expect(server.order).toEqual(['b1'])
    expect(store.rows.get('a1')).toMatchObject({ tries: 1, state: 'waiting', nextTry: 10 + pauseAfter(1) })
    expect(store.rows.get('a2')).toMatchObject({ tries: 0 })
  })

  it.each([409, 422, 403, 404, 412])('gives a %i to the person', async (status) => {
    const store = memoryStore()
    await store.put(job('a'))
    const refuse: Sender = async () => {
      throw new ApiProblem(status, { code: 'no', detail: 'Không được' })
    }
    const result = await flush(store, { k: refuse }, 'u', () => 0)
    expect(result.held).toHaveLength(1)
    expect(store.rows.get('a')).toMatchObject({ state: 'held', problem: { status, code: 'no', message: 'Không được' } })
    await flush(store, { k: refuse }, 'u', () => 0)
    expect(store.rows.get('a')).toMatchObject({ state: 'held' })
  })

  it('waits on 401 and without a network, without counting a try', async () => {
    for (const error of [new ApiProblem(401, {}), new OfflineError()]) {
      const store = memoryStore()
      await store.put(job('a', { object: 'a' }))
      await store.put(job('b', { object: 'b', created: 1 }))
      let calls = 0
      const result = await flush(
        store,
        {
          k: async () => {
            calls += 1
            throw error
          },
        },
        'u',
        () => 0,
      )
      expect(result.stopped).not.toBeNull()
      expect(calls).toBe(1)
      expect(store.rows.get('a')).toMatchObject({ tries: 0, state: 'waiting' })
    }
  })

  it('pauses longer and longer, and as long as the server asks', async () => {
    expect([1, 2, 3, 4, 5, 6, 99].map(pauseAfter)).toEqual([2_000, 5_000, 15_000, 60_000, 180_000, 300_000, 300_000])
    const store = memoryStore()
    await store.put(job('a'))
    const busy: Sender = async () => {
      throw new ApiProblem(429, {}, 90)
    }
    await flush(store, { k: busy }, 'u', () => 0)
    expect(store.rows.get('a')?.nextTry).toBe(90_000)
    let calls = 0
    await flush(store, { k: async () => void (calls += 1) }, 'u', () => 89_999)
    expect(calls).toBe(0)
  })

  it('asks the person where the ward has no room left', async () => {
    const store = memoryStore()
    await store.put(job('a', { files: [photo] }))
    const full: Sender = () => Promise.reject(new ApiProblem(507, { code: 'no_room', detail: 'Kho tệp đã đầy' }))
    const { held } = await flush(store, { k: full }, 'u', () => 1)
    expect(held.map(({ problem }) => problem?.code)).toEqual(['no_room'])
    expect(store.rows.get('a')?.state).toBe('held')
  })

  it('asks the person when the server may have forgotten the key', async () => {
    const store = memoryStore()
    await store.put(job('a', { firstTry: 0 }))
    const result = await flush(store, { k: async () => undefined }, 'u', () => KEY_LIFE + 1)
    expect(result.held[0]?.problem?.code).toBe('too_old')
  })

  it('sends a refused job again under a new key', () => {
    const again = renewed(job('a', { state: 'held', tries: 3, firstTry: 5 }), 'b', 9)
    expect(again).toMatchObject({ id: 'b', state: 'waiting', tries: 0, firstTry: null, problem: null })
  })
})

/** A crash must not be taken for a refusal: nothing after it happens. */
function crashing(send: Sender): Sender {
  return async (one, keep) => {
    try {
      await send(one, keep)
    } catch (error) {
      if (error instanceof Crash) await new Promise((_, reject) => reject(new OfflineError()))
      throw error
    }
  }
}
