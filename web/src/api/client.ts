/** The one door to the server. Only this file knows openapi-fetch, tokens and headers. */
import createClient from 'openapi-fetch'
import { connection } from '@/lib/connection'
import { freshness } from '@/lib/freshness'
import { currentLanguage } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { ApiProblem, OfflineError, type ProblemBody } from '@/lib/problem'
import { nfcAll } from '@/lib/text'
import { credentials } from './credentials'
import type { paths } from './schema'
import type { SignedIn } from './types'

const BASE = '/api/v1'
const ORIGIN = typeof location === 'undefined' ? 'http://localhost' : location.origin
const NO_SESSION = [`${BASE}/auth/`, `${BASE}/public/`, `${BASE}/setup`]
let refreshing: Promise<SignedIn | null> | null = null

/** One refresh at a time, also between tabs: a refresh token that is used twice ends the whole session. */
export function refreshSession(): Promise<SignedIn | null> {
  refreshing ??= locked('bup-refresh', async () => {
    const response = await reach(
      new Request(`${ORIGIN}${BASE}/auth/refresh`, { method: 'POST', credentials: 'same-origin' }),
    )
    if (response.status === 401 || response.status === 403) return null
    if (!response.ok) throw await problemOf(response)
    const body = (await response.json()) as SignedIn
    credentials.signIn(body.access_token)
    return body
  }).finally(() => {
    refreshing = null
  })
  return refreshing
}

async function locked<T>(name: string, run: () => Promise<T>): Promise<T> {
  // Absent on plain http: the office network without a certificate still has to work.
  return 'locks' in navigator ? await navigator.locks.request(name, run) : await run()
}

async function reach(request: Request): Promise<Response> {
  try {
    const response = await fetch(request)
    if (response.status < 502) connection.restored()
    freshness.learn(response.headers)
    return response
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    connection.lost()
    throw new OfflineError()
  }
}

async function authorised(input: Request): Promise<Response> {
  const open = NO_SESSION.some((path) => new URL(input.url).pathname.startsWith(path))
  input.headers.set('Accept-Language', currentLanguage())
  if (input.method === 'POST' && !input.headers.has('Idempotency-Key')) input.headers.set('Idempotency-Key', newId())
  if (open && !new URL(input.url).pathname.startsWith(`${BASE}/auth/sessions`)) {
    if (input.url.includes('/auth/logout') && credentials.token) {
      input.headers.set('Authorization', `Bearer ${credentials.token}`)
    }
    return reach(input)
  }
  for (;;) {
    if (credentials.state === 'ended' && !(await credentials.signedInAgain())) break
    const used = credentials.token
    const attempt = input.clone()
    if (used) attempt.headers.set('Authorization', `Bearer ${used}`)
    const response = await reach(attempt)
    if (response.status !== 401) return response
    // Another request may have refreshed while this one was under way.
    if (credentials.token !== used) continue
    if (await refreshSession()) continue
    if (credentials.state === 'unknown' || !(await credentials.signedInAgain())) return response
  }
  return new Response(JSON.stringify({ code: 'signed_out', status: 401 }), { status: 401 })
}

const client = createClient<paths>({
  baseUrl: ORIGIN,
  credentials: 'same-origin',
  fetch: authorised,
  querySerializer: { array: { style: 'form', explode: false } },
  bodySerializer: (body) => JSON.stringify(nfcAll(body)),
})

export const api = client

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The body of a good answer; everything else is thrown as an `ApiProblem` or `OfflineError`. */
export async function take<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer
  if (response.ok) return data as T
  throw toProblem(response, (error ?? {}) as ProblemBody)
}

async function problemOf(response: Response): Promise<ApiProblem | OfflineError> {
  const body = (await response.json().catch(() => ({}))) as ProblemBody
  return toProblem(response, body)
}

function toProblem(response: Response, body: ProblemBody): ApiProblem | OfflineError {
  // A gateway without its server behind it says so in html, not as a problem: to the person that is "no connection".
  if ([502, 504].includes(response.status) && !body.code) return new OfflineError()
  const after = Number(response.headers.get('Retry-After') ?? Number.NaN)
  return new ApiProblem(response.status, typeof body === 'object' ? body : {}, Number.isFinite(after) ? after : null)
}

/** `If-Match` where the document asks for it by name (every PATCH). */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` }
}

/** Headers of a change: the version it was made on, the key under which a repeated send counts once. */
export function on(version: number | null, key?: string): { headers: Record<string, string> } {
  const headers: Record<string, string> = {}
  if (version !== null) headers['If-Match'] = `"${version}"`
  if (key) headers['Idempotency-Key'] = key
  return { headers }
}

/** A multipart body of one file (and plain fields beside it). */
export function fileBody(file: File | Blob, name: string, fields: Record<string, string> = {}) {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.append(key, value)
  form.append('file', file, name)
  return { body: form as never, bodySerializer: () => form }
}
