/** What stays on the device: the outbox, and for a day one's own tasks. Nothing about children or cases. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Job, OutboxStore } from './outbox'

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
