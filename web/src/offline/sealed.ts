/**
 * What a person typed about a child while there was no network: sealed, for this person, until the server has it.
 *
 * The key is made on the device, cannot be taken out of the browser, and goes with signing out, and what it opens goes
 * with it. On a shared machine nothing is kept, and neither where the browser has no cryptography (plain http).
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { isSharedMachine } from './snapshot'

interface Sealed {
  /** Ids only. */
  id: string
  userId: string
  at: number
  iv: Uint8Array<ArrayBuffer>
  box: ArrayBuffer
}

interface SealedDb extends DBSchema {
  keys: { key: string; value: CryptoKey }
  drafts: { key: string; value: Sealed }
}

/** A weekend without a network; longer than that the paper on the server has gone its own way. */
const LIFE = 72 * 3_600_000

let opened: Promise<IDBPDatabase<SealedDb>> | null = null

function db(): Promise<IDBPDatabase<SealedDb>> {
  opened ??= openDB<SealedDb>('bup-sealed', 1, {
    upgrade(database) {
      database.createObjectStore('keys')
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

async function keyOf(userId: string, make: boolean): Promise<CryptoKey | null> {
  const database = await db()
  const found = await database.get('keys', userId)
  if (found || !make) return found ?? null
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  await database.put('keys', key, userId)
  return key
}

export const mayKeep = (): boolean => !isSharedMachine() && typeof crypto !== 'undefined' && 'subtle' in crypto

/** Whether it is kept now. */
export async function keepSealed(id: string, userId: string, value: unknown): Promise<boolean> {
  if (!mayKeep()) return false
  try {
    const key = await keyOf(userId, true)
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const text = new TextEncoder().encode(JSON.stringify(value))
    // Bound to its place: a box that is moved under another name does not open.
    const additionalData = new TextEncoder().encode(id)
    const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key!, text)
    await (await db()).put('drafts', { id, userId, at: Date.now(), iv, box })
    return true
  } catch {
    return false
  }
}

export async function readSealed<T>(id: string, userId: string): Promise<{ value: T; at: number } | null> {
  try {
    const found = await (await db()).get('drafts', id)
    if (!found || found.userId !== userId) return null
    const key = await keyOf(userId, false)
    if (!key || Date.now() - found.at > LIFE) {
      await dropSealed(id)
      return null
    }
    const additionalData = new TextEncoder().encode(id)
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: found.iv, additionalData }, key, found.box)
    return { value: JSON.parse(new TextDecoder().decode(text)) as T, at: found.at }
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
    const isOld = (one: Sealed) => Date.now() - one.at > LIFE
    for (const one of all.filter(isOld)) await database.delete('drafts', one.id)
    const alive = all.filter((one) => one.userId === userId && !isOld(one))
    return alive.map((one) => one.id).filter((id) => id.startsWith(prefix))
  } catch {
    return []
  }
}

/** With signing out: without its key nothing opens, and the boxes go too. */
export async function forgetSealed(): Promise<void> {
  try {
    const database = await db()
    await database.clear('keys')
    await database.clear('drafts')
  } catch {
    // Nothing was kept.
  }
}
