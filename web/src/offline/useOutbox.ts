import { useSyncExternalStore } from 'react'
import { newId } from '@/lib/ids'
import { connection } from '@/lib/connection'
import { foldInto, outboxStore } from './db'
import { flush, newJob, renewed, type Fold, type FlushResult, type Job, type JobFile } from './outbox'
import { senders } from './senders'

let jobs: Job[] = []
let owner: string | null = null
let rest: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()
const afterSend = new Set<(result: FlushResult) => void>()
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('bup-outbox')
channel?.addEventListener('message', () => void refresh(false))

async function refresh(announce: boolean): Promise<void> {
  try {
    jobs = (await outboxStore.all()).filter((job) => job.userId === owner).sort((a, b) => a.created - b.created)
  } catch {
    jobs = []
  }
  for (const tell of listeners) tell()
  if (announce) channel?.postMessage('changed')
}

export const outbox = {
  /** Jobs of another person stay on the device untouched until that person is back. */
  async open(userId: string): Promise<void> {
    owner = userId
    await refresh(false)
  },

  /**
   * Writes the job down, then tries to send it at once.
   * Returns what became of it: `sent`, still `waiting` (no network), or `held` with the server's refusal.
   */
  async send(fields: {
    kind: string
    object: string
    title: string
    body: Record<string, unknown>
    files?: File[]
    /** The key of a first try, where the server may already know it. */
    id?: string
  }): Promise<{ outcome: 'sent' | 'waiting' } | { outcome: 'held'; job: Job }> {
    if (!owner) throw new Error('no owner')
    const files: JobFile[] = (fields.files ?? []).map((file) => ({ name: file.name, blob: file }))
    const job = newJob({ ...fields, id: fields.id ?? newId(), userId: owner, files }, Date.now())
    await outboxStore.put(job)
    await refresh(true)
    await outbox.flush()
    const after = (await outboxStore.all()).find((one) => one.id === job.id)
    if (!after) return { outcome: 'sent' }
    return after.state === 'held' ? { outcome: 'held', job: after } : { outcome: 'waiting' }
  },

  /**
   * For what is written down tap by tap: into the object's waiting job. It is on the device when this returns, and is
   * sent after a short rest.
   */
  async add(fields: Pick<Job, 'kind' | 'object' | 'title' | 'body'>, fold: Fold): Promise<void> {
    if (!owner) throw new Error('no owner')
    await foldInto(newJob({ ...fields, id: newId(), userId: owner, files: [], repeatable: true }, Date.now()), fold)
    await refresh(true)
    clearTimeout(rest)
    rest = setTimeout(() => void outbox.flush(), 400)
  },

  /** Only one tab sends at a time. */
  async flush(): Promise<void> {
    const userId = owner
    if (!userId) return
    const run = async () => {
      const result = await flush(outboxStore, senders, userId, Date.now)
      if (result.sent.length > 0 || result.held.length > 0) for (const tell of afterSend) tell(result)
    }
    if ('locks' in navigator) await navigator.locks.request('bup-outbox', run)
    else await run()
    await refresh(true)
  },

  async retry(job: Job): Promise<void> {
    const again = job.state === 'held' ? renewed(job, newId(), Date.now()) : { ...job, nextTry: 0 }
    await outboxStore.put(again)
    if (again.id !== job.id) await outboxStore.remove(job.id)
    await outbox.flush()
  },

  async remove(job: Job): Promise<void> {
    await outboxStore.remove(job.id)
    await refresh(true)
  },

  async restore(job: Job): Promise<void> {
    await outboxStore.put(job)
    await refresh(true)
  },

  onSent(tell: (result: FlushResult) => void): () => void {
    afterSend.add(tell)
    return () => afterSend.delete(tell)
  },

  get count(): number {
    return jobs.length
  },
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

export function useOutbox(): Job[] {
  return useSyncExternalStore(subscribe, () => jobs)
}

export function useReachable(): boolean {
  return useSyncExternalStore(connection.subscribe, () => connection.reachable)
}
