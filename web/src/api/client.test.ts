import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem, OfflineError } from '@/lib/problem'
import { fakeApi } from '@/test/api-fake'

/** A fresh module for each test: tokens and the pending refresh live in it. */
async function fresh() {
  vi.resetModules()
  const client = await import('./client')
  const { credentials } = await import('./credentials')
  return { ...client, credentials }
}
const signedIn = (token: string) => ({
  access_token: token,
  token_type: 'Bearer',
  expires_in: 900,
  must_change_password: false,
})

describe('client', () => {
  let server: ReturnType<typeof fakeApi>
  beforeEach(() => {
    server = fakeApi()
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('sends token, language, version and key', async () => {
    const { api, take, on, credentials } = await fresh()
    credentials.signIn('t1')
    server.on('POST', '/api/v1/tasks/{id}/start', { body: { id: 'x' } }, { id: 'x' })
    await take(api.POST('/api/v1/tasks/{id}/start', { params: { path: { id: 'x' } }, ...on(3, 'key-1'), body: {} }))
    const { headers } = server.asked[0]!
    expect(headers.get('authorization')).toBe('Bearer t1')
    expect(headers.get('accept-language')).toBe('vi')
    expect(headers.get('if-match')).toBe('"3"')
    expect(headers.get('idempotency-key')).toBe('key-1')
  })

  it('makes a key for every POST that has none', async () => {
    const { api, credentials } = await fresh()
    credentials.signIn('t1')
    await api.POST('/api/v1/notifications/read-all')
    expect(server.asked[0]!.headers.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('refreshes once for many requests and repeats each with its own key', async () => {
    const { api, take, credentials } = await fresh()
    credentials.signIn('old')
    let refreshed = 0
    server.on('POST', '/api/v1/auth/refresh', async () => {
      refreshed += 1
      await new Promise((done) => setTimeout(done, 10))
      return { body: signedIn('new') }
    })
    const guarded = (asked: { headers: Headers }) =>
      asked.headers.get('authorization') === 'Bearer new'
        ? { body: { items: [], total: 0 } }
        : { status: 401, body: { code: 'x' } }
    server.on('GET', '/api/v1/tasks', guarded)
    server.on('POST', '/api/v1/notifications/read-all', guarded)
    await Promise.all([
      take(api.GET('/api/v1/tasks')),
      take(api.GET('/api/v1/tasks')),
      take(api.POST('/api/v1/notifications/read-all')),
    ])
    expect(refreshed).toBe(1)
    const keys = server.asked.filter((a) => a.path.includes('read-all')).map((a) => a.headers.get('idempotency-key'))
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBe(keys[1])
  })

  it('waits for the person when the session has ended, then goes on', async () => {
    const { api, take, credentials } = await fresh()
    credentials.signIn('old')
    server.on('POST', '/api/v1/auth/refresh', { status: 401, body: { code: 'session_expired' } })
    server.on('GET', '/api/v1/dashboard', (asked) =>
      asked.headers.get('authorization') === 'Bearer again'
        ? { body: { today: '2024-06-10' } }
        : { status: 401, body: {} },
    )
    const waiting = take(api.GET('/api/v1/dashboard'))
    await vi.waitFor(() => expect(credentials.state).toBe('ended'))
    credentials.signIn('again')
    expect(await waiting).toMatchObject({ today: '2024-06-10' })
  })

  it('gives up the waiting request when the person leaves', async () => {
    const { api, take, credentials } = await fresh()
    credentials.signIn('old')
    server.on('POST', '/api/v1/auth/refresh', { status: 401, body: {} })
    server.on('GET', '/api/v1/dashboard', { status: 401, body: { code: 'unauthorized' } })
    const waiting = take(api.GET('/api/v1/dashboard'))
    await vi.waitFor(() => expect(credentials.state).toBe('ended'))
    credentials.signOut()
    await expect(waiting).rejects.toMatchObject({ status: 401 })
  })

  it('turns a refusal into a problem with its fields, and silence into "offline"', async () => {
    const { api, take, credentials } = await fresh()
    credentials.signIn('t')
    server.on('POST', '/api/v1/obstacles', {
      status: 422,
      body: {
        code: 'invalid',
        detail: 'Có chỗ cần sửa.',
        errors: [{ field: 'title', code: 'empty', message: 'Nhập' }],
      },
    })
    const refused = take(api.POST('/api/v1/obstacles', { body: { title: '' } }))
    await expect(refused).rejects.toBeInstanceOf(Object)
    await refused.catch((error: ApiProblem) => {
      expect(error.status).toBe(422)
      expect(error.errors[0]?.field).toBe('title')
      expect(error.message).toBe('Có chỗ cần sửa.')
    })
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')))
    await take(api.GET('/api/v1/dashboard')).catch((error: OfflineError) => expect(error.name).toBe('OfflineError'))
  })
})
