// Sign-in, patience and plain words: what every client of the API needs around the generated types.
import createClient from 'openapi-fetch'
import type { components, paths } from '../generated/bup.d.ts'

export type Problem = components['schemas']['Problem']

/** The server said no. The message is for people; programs decide by `status` and `code`, which stay. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    words: string,
  ) {
    super(words)
  }
}

export interface Account {
  url: string
  id: string
  secret: string
}

const MAX_TRIES = 5
const MAX_PAUSE = 300_000
/** A token is renewed a little before it ends, so that a long download does not outlive it. */
const MARGIN = 60_000

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export function connect(account: Account) {
  let token = ''
  let endsAt = 0

  /**
   * 429: too often. 503: the database is away for a moment. Both say in `Retry-After` when to come again. Where the
   * network broke nobody knows whether the server did it; with an Idempotency-Key it may simply be asked again.
   */
  async function patient(request: Request): Promise<Response> {
    for (let attempt = 1; ; attempt++) {
      const last = attempt === MAX_TRIES
      try {
        // A body can be sent once: keep the request, send copies.
        const response = await fetch(request.clone())
        if ((response.status !== 429 && response.status !== 503) || last) return response
        await response.body?.cancel()
        await pause(retryAfter(response.headers.get('retry-after')))
      } catch (error) {
        if (last) throw new Refused(0, 'no_answer', `No answer from ${account.url}: ${String(error)}`)
        await pause(1000 * 2 ** attempt)
      }
    }
  }

  const anybody = createClient<paths>({ baseUrl: account.url, fetch: patient })

  /** OAuth 2 client credentials. There is no refresh token: when a token ends, ask again. */
  async function signIn(): Promise<void> {
    const { data, error, response } = await anybody.POST('/api/v1/auth/token', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: { grant_type: 'client_credentials', client_id: account.id, client_secret: account.secret },
    })
    if (!data) {
      // Errors of this one address look as OAuth wants them, not as problems.
      const said = error && 'error' in error ? `${error.error}: ${error.error_description}` : 'no words'
      throw new Refused(response.status, 'sign_in', `Sign-in refused (${response.status}): ${said}`)
    }
    token = data.access_token
    endsAt = Date.now() + data.expires_in * 1000
  }

  const withToken = (request: Request) => {
    const copy = request.clone()
    copy.headers.set('authorization', `Bearer ${token}`)
    return copy
  }

  async function signedIn(request: Request): Promise<Response> {
    if (Date.now() > endsAt - MARGIN) await signIn()
    const response = await patient(withToken(request))
    if (response.status !== 401) return response
    // Our clock may be wrong, or somebody changed the account: ask once more, then believe it.
    await response.body?.cancel()
    await signIn()
    return patient(withToken(request))
  }

  return createClient<paths>({ baseUrl: account.url, fetch: signedIn, headers: { 'accept-language': 'en' } })
}

export type Client = ReturnType<typeof connect>

/** The body of an answer, or the server's words as an exception. */
export function body<T>(result: { data?: T; error?: unknown; response: Response }): T {
  const { data, error, response } = result
  if (response.ok && data !== undefined) return data
  // A proxy between may answer with a page instead of a problem.
  const problem = (typeof error === 'object' && error !== null ? error : {}) as Partial<Problem>
  const missing = problem.permission ? ` Missing: ${problem.permission}.` : ''
  const words = `${problem.title ?? response.statusText}: ${problem.detail ?? ''}${missing}`
  const trace = problem.request_id ? ` (request ${problem.request_id})` : ''
  throw new Refused(response.status, problem.code ?? '', `Refused with ${response.status}: ${words}${trace}`)
}

/** Seconds or a date (RFC 9110, 10.2.3), in milliseconds from now. */
function retryAfter(header: string | null): number {
  const seconds = Number(header ?? 5)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header ?? '') - Date.now()
  return Math.min(Math.max(Number.isFinite(ms) ? ms : 5000, 0), MAX_PAUSE)
}
