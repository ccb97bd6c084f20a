/** What stays on the device: the outbox, and for a day one's own tasks and today's rosters. Nothing about cases. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { claimed, folded, type Fold, type Job, type OutboxStore } from './outbox'

interface Snapshot {
  key: string
  userId: string
  at: number
  value: unknown
}

interface BupDb extends DBSchema {
  outbox: { key: string; value: Job }
  snapshots: { key: string; value: Snapshot }
}

let opened: Promise<IDBPDatabase<BupDb>> | null = null

function db(): Promise<IDBPDatabase<BupDb>> {
  opened ??= openDB<BupDb>('bup', 1, {
    upgrade(database) {
      database.createObjectStore('outbox', { keyPath: 'id' })
      database.createObjectStore('snapshots', { keyPath: 'key' })
    },
    blocking: () => {
      void opened?.then((database) => database.close())
      opened = null
    },
    terminated: () => {
      opened = null
    },
  })
  return opened
}

export const outboxStore: OutboxStore = {
  all: async () => (await db()).getAll('outbox'),
  put: async (job) => {
    await (await db()).put('outbox', job)
  },
  remove: async (id) => {
    await (await db()).delete('outbox', id)
  },
  claim: async (id, now) => {
    const change = (await db()).transaction('outbox', 'readwrite')
    const job = await change.store.get(id)
    const mine = job && claimed(job, now)
    if (mine) await change.store.put(mine)
    await change.done
    return mine
  },
}

/** Into the waiting job of the same object, in one step with what other tabs do. */
export async function foldInto(fresh: Job, fold: Fold): Promise<void> {
  const change = (await db()).transaction('outbox', 'readwrite')
  const { job, replaces } = folded(await change.store.getAll(), fresh, fold)
  if (replaces) await change.store.delete(replaces)
  await change.store.put(job)
  await change.done
}

const LIFE = 24 * 3_600_000

export async function keepSnapshot(key: string, userId: string, value: unknown): Promise<void> {
  try {
    await (await db()).put('snapshots', { key, userId, at: Date.now(), value })
  } catch {
    // A device without room works online only.
  }
}

export async function readSnapshot<T>(key: string, userId?: string): Promise<{ value: T; at: number } | null> {
  try {
    const found = await (await db()).get('snapshots', key)
    if (!found || Date.now() - found.at > LIFE || (userId && found.userId !== userId)) return null
    return { value: found.value as T, at: found.at }
  } catch {
    return null
  }
}

/** Brings a kept answer up to date without making it younger. */
export async function patchSnapshot<T>(key: string, userId: string, change: (value: T) => T): Promise<void> {
  try {
    const within = (await db()).transaction('snapshots', 'readwrite')
    const found = await within.store.get(key)
    if (found?.userId === userId) await within.store.put({ ...found, value: change(found.value as T) })
    await within.done
  } catch {
    // Nothing was kept.
  }
}

export async function dropSnapshots(): Promise<void> {
  try {
    await (await db()).clear('snapshots')
  } catch {
    // Nothing was kept.
  }
}

export async function dropOldSnapshots(): Promise<void> {
  try {
    const database = await db()
    for (const one of await database.getAll('snapshots')) {
      if (Date.now() - one.at > LIFE) await database.delete('snapshots', one.key)
    }
  } catch {
    // Nothing was kept.
  }
}
