/**
 * The access token lives here, in memory only; the refresh token is an HttpOnly cookie that no script can read.
 * When the session ends, requests wait here until the same person has signed in again in place.
 */
export type CredentialState = 'unknown' | 'signed_in' | 'ended' | 'signed_out'

let token: string | null = null
let state: CredentialState = 'unknown'
let waiting: { again: (signedIn: boolean) => void }[] = []
const listeners = new Set<() => void>()

function change(next: CredentialState): void {
  state = next
  for (const tell of listeners) tell()
}

export const credentials = {
  get token() {
    return token
  },
  get state() {
    return state
  },
  subscribe(tell: () => void): () => void {
    listeners.add(tell)
    return () => listeners.delete(tell)
  },
  signIn(accessToken: string): void {
    token = accessToken
    change('signed_in')
    const all = waiting
    waiting = []
    for (const one of all) one.again(true)
  },
  signOut(): void {
    token = null
    change('signed_out')
    const all = waiting
    waiting = []
    for (const one of all) one.again(false)
  },
  /** Resolves true once the person has signed in again, false when they leave instead. */
  signedInAgain(): Promise<boolean> {
    if (state === 'signed_out') return Promise.resolve(false)
    token = null
    if (state !== 'ended') change('ended')
    return new Promise((resolve) => waiting.push({ again: resolve }))
  },
}
