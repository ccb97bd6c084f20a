/**
 * What one screen tells the next about a child: in memory, once. An address or a history entry would keep it.
 */
export interface Prefill {
  child?: { id: string; full_name: string; birth_year: number } | null
  /** Where and when, in the event's own words. */
  place: string
  day: string
  time: string
  note: string
}

let waiting: Prefill | null = null

export const prefill = {
  put(next: Prefill): void {
    waiting = next
  },
  /** Looked at, not taken: React may ask twice before a screen stands. */
  get: (): Prefill | null => waiting,
  forget(): void {
    waiting = null
  },
}
