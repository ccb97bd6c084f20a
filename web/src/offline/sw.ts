/// <reference lib="WebWorker" />
/** The shell on the device. `/api/` and the public page are never looked at: nothing about people is ever cached here. */
export {}
declare const self: ServiceWorkerGlobalScope
declare const __FILES__: string[]
declare const __VERSION__: string

const CACHE = `bup-shell-${__VERSION__}`

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(CACHE)
      // `reload`: a stale copy in the http cache must not become the new shell.
      await cache.addAll(__FILES__.map((file) => new Request(file, { cache: 'reload' })))
    })(),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const key of await caches.keys()) if (key.startsWith('bup-shell-') && key !== CACHE) await caches.delete(key)
      await self.clients.claim()
    })(),
  )
})

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting()
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin || isServers(url.pathname)) return
  if (request.mode === 'navigate') {
    event.respondWith(shell(request))
    return
  }
  event.respondWith(fromCache(request))
})

/** What the server makes itself: its data, the public page, what search engines ask. */
function isServers(path: string): boolean {
  return /^\/(api|cong-khai)(\/|$)/.test(path) || path === '/robots.txt' || path === '/sitemap.xml'
}

async function fromCache(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  return (await cache.match(request, { ignoreVary: true })) ?? fetch(request)
}

async function shell(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  return (await cache.match('/index.html')) ?? fetch(request)
}
