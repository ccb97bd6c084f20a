/**
 * What a person typed about a child while there was no network: sealed, for this person, until the server has it.
 *
 * The boxes go with signing out. On a shared machine nothing is kept, and neither where the browser has no cryptography
 * (plain http).
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { canSeal, seal, type Sealed, unseal } from './seal'
import { isSharedMachine } from './snapshot'

interface Draft {
  /** Ids only. */
  id: string
  userId: string
  at: number
  box: Sealed
}

interface SealedDb extends DBSchema {
  drafts: { key: string; value: Draft }
}

/** A weekend without a network; longer than that the paper on the server has gone its own way. */
const LIFE = 72 * 3_600_000

let opened: Promise<IDBPDatabase<SealedDb>> | null = null

function db(): Promise<IDBPDatabase<SealedDb>> {
  opened ??= openDB<SealedDb>('bup-sealed', 1, {
    upgrade(database) {
      database.createObjectStore('drafts', { keyPath: 'id' })
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

export const mayKeep = (): boolean => !isSharedMachine() && canSeal()

/** Whether it is kept now. */
export async function keepSealed(id: string, userId: string, value: unknown): Promise<boolean> {
  if (!mayKeep()) return false
  try {
    const box = await seal(userId, id, value)
    await (await db()).put('drafts', { id, userId, at: Date.now(), box })
    return true
  } catch {
    return false
  }
}

export async function readSealed<T>(id: string, userId: string): Promise<{ value: T; at: number } | null> {
  try {
    const found = await (await db()).get('drafts', id)
    if (!found || found.userId !== userId) return null
    if (Date.now() - found.at > LIFE) {
      await dropSealed(id)
      return null
    }
    return { value: await unseal<T>(userId, id, found.box), at: found.at }
  } catch {
    return null
  }
}

export async function dropSealed(id: string): Promise<void> {
  try {
    await (await db()).delete('drafts', id)
  } catch {
    // Nothing was kept.
  }
}

/** The names of what waits, of this person. */
export async function sealedIds(userId: string, prefix = ''): Promise<string[]> {
  try {
    const database = await db()
    const all = await database.getAll('drafts')
    const isOld = (one: Draft) => Date.now() - one.at > LIFE
    for (const one of all.filter(isOld)) await database.delete('drafts', one.id)
    const alive = all.filter((one) => one.userId === userId && !isOld(one))
    return alive.map((one) => one.id).filter((id) => id.startsWith(prefix))
  } catch {
    return []
  }
}

/** With signing out. */
export async function forgetSealed(): Promise<void> {
  try {
    await (await db()).clear('drafts')
  } catch {
    // Nothing was kept.
  }
}
