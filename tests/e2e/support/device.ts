// What a device holds: the app itself, and what outlives a page.
import type { Page } from '@playwright/test'

/** Without a network the app needs what it is made of. */
export async function shellKept(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const ready = await navigator.serviceWorker.ready
    return ready.active?.state === 'activated' && navigator.serviceWorker.controller !== null
  })
}

/** Everything that outlives the page: storage, the database, the cache. */
export const keptBy = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const text: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name)
        asked.onsuccess = () => resolve(asked.result)
        asked.onerror = () => reject(asked.error ?? new Error('closed'))
      })
      for (const store of Array.from(database.objectStoreNames)) {
        const rows = await new Promise<unknown[]>((resolve) => {
          const asked = database.transaction(store).objectStore(store).getAll()
          asked.onsuccess = () => resolve(asked.result as unknown[])
        })
        const readable = (_: string, value: unknown) =>
          value instanceof ArrayBuffer || value instanceof Uint8Array
            ? new TextDecoder().decode(value as ArrayBuffer)
            : value
        text.push(JSON.stringify(rows, readable))
      }
      database.close()
    }
    return text.join('\n')
  })
