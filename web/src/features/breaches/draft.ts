/**
 * A report that is being written, kept on the device until the server has it: from the first word, because nobody else
 * has it before. Knows no browser and no React.
 */
import { kindOf } from './form'

export interface Report {
  kind: string | null
  what_happened: string
  /** As it was first entered: who comes back a day later has not discovered it anew. */
  discovered_at: string | null
}

/** Each person writes one report at a time; whoever is next on this machine does not write over it. */
export const draftId = (userId: string): string => `breach:new:${userId}`

export const isBlank = (report: Report): boolean => report.what_happened.trim() === ''

const isSame = (a: Report, b: Report | null): boolean =>
  a.kind === b?.kind && a.what_happened === b.what_happened && a.discovered_at === b.discovered_at

/** What was kept, as far as this version of the form understands it. */
export function reportOf(kept: unknown): Report | null {
  if (typeof kept !== 'object' || kept === null) return null
  const { kind, what_happened, discovered_at } = kept as Record<string, unknown>
  if (typeof what_happened !== 'string') return null
  const isMoment = typeof discovered_at === 'string' && !Number.isNaN(Date.parse(discovered_at))
  return {
    kind: typeof kind === 'string' ? kindOf(kind) : null,
    what_happened,
    discovered_at: isMoment ? discovered_at : null,
  }
}

export type DraftState =
  /** Nothing is kept, because nothing was written. */
  | 'blank'
  | 'writing'
  | 'kept'
  /** On this page only. */
  | 'unsafe'

export interface Deps {
  /** Whether it is kept now. */
  keep: (report: Report) => Promise<boolean>
  drop: () => Promise<void>
  pause?: number
}

export class DraftKeeper {
  private timer: ReturnType<typeof setTimeout> | undefined
  private waiting: Report | null = null
  private held: Report | null = null
  private ended = false
  /** One after the other: what is dropped must not be overtaken by what was to be kept. */
  private queue: Promise<void> = Promise.resolve()
  private readonly listeners = new Set<() => void>()
  private state: DraftState = 'blank'

  constructor(private readonly deps: Deps) {}

  readonly subscribe = (tell: () => void): (() => void) => {
    this.listeners.add(tell)
    return () => this.listeners.delete(tell)
  }

  readonly current = (): DraftState => this.state

  private show(state: DraftState): void {
    if (state === this.state) return
    this.state = state
    for (const tell of this.listeners) tell()
  }

  /** What was found on the device: opening it is not writing it. */
  adopt(report: Report): void {
    this.held = report
    this.show('kept')
  }

  change(report: Report): void {
    if (this.ended) return
    if (this.state === 'kept' && isSame(report, this.held)) return
    // A form that was just opened must not drop what was not read yet.
    if (this.state === 'blank' && isBlank(report)) return
    // A device that keeps nothing is not said to be trying.
    if (this.state !== 'unsafe') this.show('writing')
    this.waiting = report
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), this.deps.pause ?? 400)
  }

  /** Now: the page may be gone in a moment. */
  flush(): Promise<void> {
    clearTimeout(this.timer)
    const report = this.waiting
    this.waiting = null
    if (report) {
      this.queue = this.queue.then(async () => {
        if (this.ended) return
        if (isBlank(report)) {
          await this.deps.drop()
          return this.settle('blank')
        }
        const kept = await this.deps.keep(report)
        this.held = kept ? report : null
        this.settle(kept ? 'kept' : 'unsafe')
      })
    }
    return this.queue
  }

  private settle(state: DraftState): void {
    if (!this.waiting) this.show(state)
  }

  /** The server or the outbox has it: nothing that was typed before may come back. */
  end(): Promise<void> {
    this.ended = true
    return this.clear()
  }

  /** Thrown away by the person, who may write another. */
  clear(): Promise<void> {
    clearTimeout(this.timer)
    this.waiting = null
    this.queue = this.queue.then(() => this.deps.drop())
    this.show('blank')
    return this.queue
  }
}
