// The API beside the browser, as one person: to look at what the server holds, and to make what must be there before.
import { randomUUID } from 'node:crypto'

/* eslint-disable-next-line -- a test reads single members of large answers; the types live in web/src/api */
export type Row = any

export interface Api {
  get(path: string): Promise<Row>
  post(path: string, body: object): Promise<Row>
  patch(path: string, version: number, body: object): Promise<Row>
}

export async function signInToApi(url: string, username: string, password: string): Promise<Api> {
  let token = ''
  const call = async (
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    body?: object,
    version?: number,
  ): Promise<Row> => {
    const headers: Record<string, string> = { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
    if (token) headers['authorization'] = `Bearer ${token}`
    if (version) headers['if-match'] = `"${version}"`
    const answer = await fetch(`${url}/api/v1${path}`, { method, headers, body: body && JSON.stringify(body) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return text ? JSON.parse(text) : null
  }
  const answer = await call('POST', '/auth/login', { username, password, client: 'mobile' })
  token = answer.access_token
  return {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    patch: (path, version, body) => call('PATCH', path, body, version),
  }
}

/** The demo's task that every khu phố does on its own; eight of eleven have reported. */
export async function sharedTask(api: Api): Promise<Row> {
  const page = await api.get('/tasks?limit=100')
  return page.items.find((task: Row) => task.each_unit && task.parts_done === 8)
}
