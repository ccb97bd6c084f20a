/**
 * The outbox keeps what a person has sent until the server has it. Pure rules over a store and a clock, so that every
 * cut can be tested: a job is written before anything is sent, every request carries a key made from the job's id, and
 * the job is removed only after the last answer. A repeated step is thus counted once by the server.
 */
import { isOffline, isProblem } from '@/lib/problem'

export interface JobFile {
  name: string
  blob: Blob
}

export interface Job {
  /** Also the Idempotency-Key. */
  id: string
  userId: string
  kind: string
  /** Order is kept among the jobs of one object, e.g. `task:018f…`. */
  object: string
  /** What the person recognises it by. */
  title: string
  body: Record<string, unknown>
  files: JobFile[]
  /** Ids of files that the server already has. */
  sentFiles: (string | null)[]
  created: number
  firstTry: number | null
  tries: number
  nextTry: number
  /** `held`: only the person can decide (refused, or too old to repeat safely). */
  state: 'waiting' | 'held'
  /** On its way: what is added meanwhile goes into a job of its own. */
  sending?: boolean
  /** Its effect counts once whatever the key: never too old, and what is added later may be folded into it. */
  repeatable?: boolean
  problem: { status: number; code: string; message: string } | null
}

export interface OutboxStore {
  all(): Promise<Job[]>
  put(job: Job): Promise<void>
  remove(id: string): Promise<void>
  /** Marks the job as on its way, in one step with reading it: what was folded in since is not lost. */
  claim(id: string, now: number): Promise<Job | undefined>
}

export type Fold = (older: Job['body'], newer: Job['body']) => Job['body']

/**
 * Which waiting job a new one goes into. It takes the older one's place in the order under a key of its own, because
 * the old key may already stand for the old body.
 */
export function folded(jobs: Job[], fresh: Job, fold: Fold): { job: Job; replaces: string | null } {
  const same = (one: Job) => one.userId === fresh.userId && one.kind === fresh.kind && one.object === fresh.object
  const older = jobs
    .filter((one) => same(one) && one.repeatable && !one.sending)
    .sort((a, b) => b.created - a.created)[0]
  if (!older) return { job: fresh, replaces: null }
  return { job: { ...fresh, body: fold(older.body, fresh.body), created: older.created }, replaces: older.id }
}

export function claimed(job: Job, now: number): Job {
  return { ...job, firstTry: job.firstTry ?? now, sending: true }
}

export type Sender = (job: Job, keep: (job: Job) => Promise<void>) => Promise<void>

export interface FlushResult {
  sent: Job[]
  held: Job[]
  /** Why the flush stopped early, if it did. */
  stopped: 'offline' | 'signed_out' | null
}

/** The server remembers a key for 24 h; beyond this a repeated send could count twice. */
export const KEY_LIFE = 20 * 3_600_000
const PAUSES = [2_000, 5_000, 15_000, 60_000, 180_000, 300_000]

export function pauseAfter(tries: number): number {
  return PAUSES[Math.min(Math.max(tries, 1), PAUSES.length) - 1]!
}

export function newJob(
  fields: Pick<Job, 'id' | 'userId' | 'kind' | 'object' | 'title' | 'body' | 'files' | 'repeatable'>,
  now: number,
): Job {
  return {
    ...fields,
    sentFiles: fields.files.map(() => null),
    created: now,
    firstTry: null,
    tries: 0,
    nextTry: 0,
    state: 'waiting',
    problem: null,
  }
}

export async function flush(
  store: OutboxStore,
  senders: Record<string, Sender>,
  userId: string,
  clock: () => number,
): Promise<FlushResult> {
  const result: FlushResult = { sent: [], held: [], stopped: null }
  const blocked = new Set<string>()
  const jobs = (await store.all())
    .filter((job) => job.userId === userId)
    .sort((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1))

  for (const job of jobs) {
    if (blocked.has(job.object)) continue
    if (job.state === 'held' || job.nextTry > clock()) {
      blocked.add(job.object)
      continue
    }
    if (!job.repeatable && job.firstTry !== null && clock() - job.firstTry > KEY_LIFE) {
      blocked.add(job.object)
      result.held.push(await hold(store, job, { status: 0, code: 'too_old', message: '' }))
      continue
    }
    const send = senders[job.kind]
    if (!send) {
      blocked.add(job.object)
      result.held.push(await hold(store, job, { status: 0, code: 'unknown_kind', message: '' }))
      continue
    }
    const mine = await store.claim(job.id, clock())
    if (!mine) continue
    let current: Job = mine
    try {
      await send(current, async (next) => {
        current = next
        await store.put(next)
      })
      await store.remove(job.id)
      result.sent.push(job)
    } catch (error) {
      blocked.add(job.object)
      const verdict = judge(error)
      if (verdict === 'offline' || verdict === 'signed_out') {
        await store.put({ ...current, sending: false })
        result.stopped = verdict
        return result
      }
      if (verdict === 'retry') {
        const tries = current.tries + 1
        const after = isProblem(error) && error.retryAfter ? error.retryAfter * 1_000 : 0
        await store.put({ ...current, sending: false, tries, nextTry: clock() + Math.max(pauseAfter(tries), after) })
        continue
      }
      const problem = isProblem(error)
        ? { status: error.status, code: error.code, message: error.detail || error.title }
        : { status: 0, code: 'unknown', message: String(error) }
      result.held.push(await hold(store, current, problem))
    }
  }
  return result
}

function judge(error: unknown): 'offline' | 'signed_out' | 'retry' | 'person' {
  if (isOffline(error)) return 'offline'
  if (!isProblem(error)) return 'person'
  if (error.status === 401) return 'signed_out'
  // No room for the ward's files: waiting makes none.
  if (error.status === 507) return 'person'
  if (error.status >= 500 || error.status === 429 || error.status === 408) return 'retry'
  return 'person'
}

async function hold(store: OutboxStore, job: Job, problem: Job['problem']): Promise<Job> {
  const held: Job = { ...job, state: 'held', sending: false, problem }
  await store.put(held)
  return held
}

/** The person wants it sent again: with a new key, because the old one remembers the refusal. */
export function renewed(job: Job, id: string, now: number): Job {
  return {
    ...job,
    id,
    state: 'waiting',
    sending: false,
    problem: null,
    tries: 0,
    nextTry: 0,
    firstTry: null,
    created: Math.min(job.created, now),
  }
}
