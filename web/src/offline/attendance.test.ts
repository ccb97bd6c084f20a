import { describe, expect, it } from 'vitest'
import type { AttendanceMark, AttendanceTaken, Roster } from '@/api/types'
import { OfflineError } from '@/lib/problem'
import { foldMarks, marksOf, onTaken, sendMarks, waitingMarks, withTaken, type MarksBody } from './attendance'
import { claimed, flush, folded, KEY_LIFE, newJob, type Job, type OutboxStore } from './outbox'

const mark = (child_id: string, state: AttendanceMark['state'], at: number): AttendanceMark => ({
  child_id,
  state,
  note: '',
  marked_at: new Date(at).toISOString(),
})

function job(id: string, marks: AttendanceMark[], created = 0): Job {
  const body = { session_id: 's', marks }
  const fields = { id, userId: 'u', kind: 'attendance', object: 'attendance:s', title: 'Buổi', files: [] }
  return newJob({ ...fields, body, repeatable: true }, created)
}

function memory(): OutboxStore & { rows: Map<string, Job>; add: (fresh: Job) => void } {
  const rows = new Map<string, Job>()
  return {
    rows,
    add: (fresh) => {
      const { job: kept, replaces } = folded([...rows.values()], fresh, foldMarks)
      if (replaces) rows.delete(replaces)
      rows.set(kept.id, kept)
    },
    all: async () => [...rows.values()],
    put: async (one) => void rows.set(one.id, one),
    remove: async (id) => void rows.delete(id),
    claim: async (id, now) => {
      const found = rows.get(id)
      if (found) rows.set(id, claimed(found, now))
      return rows.get(id)
    },
  }
}

/** As the API: a mark is known by child, time and state; the latest one of a child stands. */
class Server {
  current = new Map<string, AttendanceMark>()
  seen = new Set<string>()
  calls = 0

  take({ session_id, marks }: MarksBody): AttendanceTaken {
    this.calls += 1
    const told = marks.map((one) => {
      const key = JSON.stringify([one.child_id, one.state, one.marked_at])
      const standing = this.current.get(one.child_id)
      const result = one.child_id.startsWith('x')
        ? ('refused' as const)
        : this.seen.has(key)
          ? ('same' as const)
          : !standing || standing.marked_at! <= one.marked_at!
            ? ('saved' as const)
            : ('kept' as const)
      if (result !== 'refused') this.seen.add(key)
      if (result === 'saved') this.current.set(one.child_id, one)
      const now = this.current.get(one.child_id)
      return { child_id: one.child_id, result, state: now?.state ?? null, note: '', marked_at: now?.marked_at ?? null }
    })
    const count = (wanted: string) => told.filter((one) => one.result === wanted).length
    return { session_id, saved: count('saved'), kept: count('kept'), refused: count('refused'), marks: told }
  }
}

describe('attendance in the outbox', () => {
  it('keeps one job a session, with the last word of each child', () => {
    const store = memory()
    store.add(job('1', [mark('a', 'present', 1)]))
    store.add(job('2', [mark('b', 'present', 2)], 5))
    store.add(job('3', [mark('a', 'absent', 3)], 9))
    expect(store.rows.size).toBe(1)
    const only = [...store.rows.values()][0]!
    expect(only).toMatchObject({ id: '3', created: 0, firstTry: null })
    expect(marksOf(only).marks.map((one) => [one.child_id, one.state])).toEqual([
      ['a', 'absent'],
      ['b', 'present'],
    ])
    expect(waitingMarks([only], 's').get('a')?.state).toBe('absent')
    expect(waitingMarks([only], 'other').size).toBe(0)
  })

  it('does not touch what is on its way', async () => {
    const store = memory()
    const server = new Server()
    store.add(job('1', [mark('a', 'present', 1)]))
    const send = sendMarks(async (body) => {
      store.add(job('2', [mark('b', 'present', 2)], 1))
      return server.take(body)
    })
    await flush(store, { attendance: send }, 'u', () => 0)
    expect([...store.rows.keys()]).toEqual(['2'])
    await flush(store, { attendance: sendMarks(async (body) => server.take(body)) }, 'u', () => 0)
    expect([...server.current.keys()]).toEqual(['a', 'b'])
  })

  it('counts once what was cut after it had arrived, with what was tapped since', async () => {
    const store = memory()
    const server = new Server()
    store.add(job('1', [mark('a', 'present', 1)]))
    const cut = sendMarks(async (body) => {
      server.take(body)
      throw new OfflineError()
    })
    expect((await flush(store, { attendance: cut }, 'u', () => 0)).stopped).toBe('offline')
    store.add(job('2', [mark('b', 'late', 2)], 1))
    expect([...store.rows.keys()]).toEqual(['2'])
    const keys: string[] = []
    const send = sendMarks(async (body, key) => {
      keys.push(key)
      return server.take(body)
    })
    // However long the network was away.
    await flush(store, { attendance: send }, 'u', () => KEY_LIFE * 2)
    expect(store.rows.size).toBe(0)
    expect(keys).toEqual(['2'])
    expect(server.seen.size).toBe(2)
  })

  it('tells what another phone has said later', async () => {
    const store = memory()
    const server = new Server()
    server.take({ session_id: 's', marks: [mark('a', 'absent', 9)] })
    store.add(job('1', [mark('a', 'present', 1)]))
    const heard: AttendanceTaken[] = []
    const stop = onTaken((taken) => heard.push(taken))
    await flush(store, { attendance: sendMarks(async (body) => server.take(body)) }, 'u', () => 0)
    stop()
    expect(heard[0]).toMatchObject({ kept: 1, marks: [{ result: 'kept', state: 'absent' }] })
    const roster = { items: [{ child_id: 'a', state: 'present' }] } as unknown as Roster
    expect(withTaken(roster, heard[0]!).items[0]).toMatchObject({ state: 'absent' })
  })

  it('gives only the refused children to the person', async () => {
    const store = memory()
    const server = new Server()
    store.add(job('1', [mark('a', 'present', 1), mark('x1', 'present', 1)]))
    const result = await flush(store, { attendance: sendMarks(async (body) => server.take(body)) }, 'u', () => 0)
    expect(result.held).toHaveLength(1)
    expect(store.rows.get('1')).toMatchObject({ state: 'held', problem: { code: 'refused' } })
    expect(marksOf(store.rows.get('1')!).marks.map((one) => one.child_id)).toEqual(['x1'])
  })
})
