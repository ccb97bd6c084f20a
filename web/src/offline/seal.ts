/**
 * What waits in the outbox and tells about a child. Sealed with a key that this browser keeps and hands to nobody:
 * scripts may use it, none can read it out. The key outlives signing out, as the outbox does: a concern that waits must
 * reach the ward when the same person is back.
 */
import { openDB } from 'idb'

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>
  data: ArrayBuffer
}

/** Not on plain http. */
export const canSeal = (): boolean => typeof crypto !== 'undefined' && crypto.subtle !== undefined

const store = () =>
  openDB('bup-seal', 1, {
    upgrade(database) {
      database.createObjectStore('keys')
    },
  })

async function keyOf(userId: string): Promise<CryptoKey> {
  const database = await store()
  try {
    const kept = (await database.get('keys', userId)) as CryptoKey | undefined
    if (kept) return kept
    const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
    // Another tab may have been quicker.
    const change = database.transaction('keys', 'readwrite')
    const theirs = (await change.store.get(userId)) as CryptoKey | undefined
    if (!theirs) await change.store.put(made, userId)
    await change.done
    return theirs ?? made
  } finally {
    database.close()
  }
}

/** Bound to its job: sealed words moved under another one do not open. */
const bound = (iv: Sealed['iv'], job: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(job),
})

export async function seal(userId: string, job: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(value))
  return { iv, data: await crypto.subtle.encrypt(bound(iv, job), await keyOf(userId), plain) }
}

export async function unseal<T>(userId: string, job: string, { iv, data }: Sealed): Promise<T> {
  const plain = await crypto.subtle.decrypt(bound(iv, job), await keyOf(userId), data)
  return JSON.parse(new TextDecoder().decode(plain)) as T
}
