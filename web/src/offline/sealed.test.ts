import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { remember } from '@/lib/storage'
import { dropSealed, forgetSealed, keepSealed, readSealed, sealedIds } from './sealed'
import { SHARED_KEY } from './snapshot'

const DRAFT = { conclusion: 'Lò Thị Măng Cụt bị đánh' }

/** Everything in the database as text. */
async function everything(): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('bup-sealed')
    request.onsuccess = () => resolve(request.result)
  })
  const rows = await new Promise<{ box: { data: ArrayBuffer } }[]>((resolve) => {
    const request = database.transaction('drafts').objectStore('drafts').getAll()
    request.onsuccess = () => resolve(request.result as { box: { data: ArrayBuffer } }[])
  })
  database.close()
  return JSON.stringify(rows) + rows.map((row) => new TextDecoder().decode(row.box.data)).join('')
}

describe('sealed drafts', () => {
  beforeEach(async () => {
    remember(SHARED_KEY, null)
    await forgetSealed()
  })

  it('come back to the person who wrote them, and lie sealed', async () => {
    expect(await keepSealed('case:1:review', 'me', DRAFT)).toBe(true)
    expect((await readSealed('case:1:review', 'me'))?.value).toEqual(DRAFT)
    expect(await readSealed('case:1:review', 'other')).toBeNull()
    expect(await everything()).not.toMatch(/Măng|conclusion/)
    expect(await sealedIds('me', 'case:1:')).toEqual(['case:1:review'])
    await dropSealed('case:1:review')
    expect(await sealedIds('me')).toEqual([])
  })

  it('go with signing out, and are not kept on a shared machine', async () => {
    await keepSealed('case:1:review', 'me', DRAFT)
    await forgetSealed()
    expect(await readSealed('case:1:review', 'me')).toBeNull()
    remember(SHARED_KEY, true)
    expect(await keepSealed('case:1:review', 'me', DRAFT)).toBe(false)
  })
})
