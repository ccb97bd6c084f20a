/** How old the figures on the screen are, where the server read them from a copy of its database that is behind. */
export interface Lag {
  /** The moment of the figures, RFC 3339. */
  asOf: string
  seconds: number
}

/** Below this nobody needs to know: writing and looking again takes as long. */
const WORTH_TELLING = 5

let lag: Lag | null = null
const listeners = new Set<() => void>()

function change(next: Lag | null): void {
  if (next?.asOf === lag?.asOf) return
  lag = next
  for (const tell of listeners) tell()
}

export const freshness = {
  get lag() {
    return lag
  },
  /** What an answer says of its figures, by the server's own clock; most answers say nothing. */
  learn(headers: Headers): void {
    const asOf = headers.get('x-data-as-of')
    if (!asOf) return
    const now = Date.parse(headers.get('date') ?? '') || Date.now()
    const seconds = Math.round((now - Date.parse(asOf)) / 1000)
    change(seconds >= WORTH_TELLING ? { asOf, seconds } : null)
  },
  /** Another page, other figures. */
  forget: () => change(null),
  subscribe(tell: () => void): () => void {
    listeners.add(tell)
    return () => listeners.delete(tell)
  },
}
