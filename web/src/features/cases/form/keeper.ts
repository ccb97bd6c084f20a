/**
 * Saves a form while it is written. One request at a time; what is typed meanwhile goes with the next. Without a network
 * the draft is kept on the device, when somebody else saved in between both are merged. Knows no browser and no React.
 */
import type { CaseForm } from '@/api/types'
import { isProblem, type FieldProblem } from '@/lib/problem'
import { merge, put, sameContent, tidy, type Conflict, type Content } from './merge'

export interface Draft {
  base: Content
  version: number
  content: Content
}

export type SaveState =
  /** Nothing that the server does not have. */
  | 'saved'
  | 'saving'
  /** Not saved, but safe on this device. */
  | 'kept'
  /** Not saved, and only on this page. */
  | 'unsafe'
  /** Both changed the same field: the person chooses. */
  | 'conflict'

export interface Deps {
  send: (version: number, content: Content) => Promise<CaseForm>
  keep: (draft: Draft) => Promise<boolean>
  drop: () => Promise<void>
  pause?: number
  retry?: number
}

export interface View {
  content: Content
  state: SaveState
  savedAt: string | null
  conflicts: Conflict[]
  /** Why it was not saved, where that is not the network. */
  problem: unknown
  errors: FieldProblem[]
  /** Who else saved, when theirs was taken in. */
  mergedWith: string | null
  completed: boolean
}

export class FormKeeper {
  private base: Content
  private version: number
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<boolean> | null = null
  private readonly listeners = new Set<() => void>()
  view: View

  constructor(
    form: CaseForm,
    private readonly deps: Deps,
  ) {
    this.base = form.content
    this.version = form.version
    this.view = {
      content: form.content,
      state: 'saved',
      savedAt: form.updated_at,
      conflicts: [],
      problem: null,
      errors: [],
      mergedWith: null,
      completed: form.completed_at !== null,
    }
  }

  readonly subscribe = (tell: () => void): (() => void) => {
    this.listeners.add(tell)
    return () => this.listeners.delete(tell)
  }

  readonly current = (): View => this.view

  private show(next: Partial<View>): void {
    this.view = { ...this.view, ...next }
    for (const tell of this.listeners) tell()
  }

  get isDirty(): boolean {
    return !sameContent(this.view.content, this.base)
  }

  /** A draft from this device: written over the version it was made from, or merged into a newer one. */
  restore(draft: Draft): void {
    if (draft.version === this.version) {
      this.base = draft.base
      this.show({ content: draft.content })
    } else {
      this.mergeWith(draft.base, draft.content, this.base, null)
    }
    if (this.view.state !== 'conflict') void this.save()
  }

  change(content: Content): void {
    if (this.view.state === 'conflict') return this.show({ content })
    this.show({ content, state: 'saving', errors: this.view.errors })
    this.later(this.deps.pause ?? 1_200)
  }

  private later(pause: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.save(), pause)
  }

  /** Whether the server has everything now. */
  async save(): Promise<boolean> {
    clearTimeout(this.timer)
    if (this.running) {
      await this.running
      return this.isDirty && this.view.state === 'saving' ? this.save() : this.view.state === 'saved'
    }
    this.running = this.run()
    try {
      return await this.running
    } finally {
      this.running = null
    }
  }

  private async run(): Promise<boolean> {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (this.view.state === 'conflict') return false
      if (!this.isDirty) {
        this.show({ state: 'saved', problem: null })
        await this.deps.drop()
        return true
      }
      const sent = this.view.content
      this.show({ state: 'saving' })
      try {
        const form = await this.deps.send(this.version, tidy(sent))
        // What was sent, not what came back: the server's tidying is not a change of the person's.
        this.base = tidy(sent)
        this.version = form.version
        this.show({ savedAt: form.updated_at, errors: [], problem: null, completed: form.completed_at !== null })
      } catch (error) {
        if (isProblem(error, 412) && error.current) {
          const theirs = error.current as CaseForm
          this.version = theirs.version
          this.show({ completed: theirs.completed_at !== null })
          this.mergeWith(this.base, this.view.content, theirs.content, theirs)
          continue
        }
        return this.failed(error)
      }
    }
    return this.failed(null)
  }

  private mergeWith(base: Content, mine: Content, theirs: Content, form: CaseForm | null): void {
    const { merged, conflicts } = merge(base, mine, theirs)
    this.base = theirs
    const mergedWith = form?.updated_by?.full_name ?? null
    this.show({ content: merged, conflicts, mergedWith, state: conflicts.length > 0 ? 'conflict' : 'saving' })
    if (conflicts.length > 0) void this.deps.keep(this.draft())
  }

  /** The person has chosen, conflict by conflict. */
  resolve(keepMine: Set<string>): void {
    let content = this.view.content
    for (const { path, mine, theirs } of this.view.conflicts) {
      content = put(content, path, keepMine.has(path) ? mine : theirs)
    }
    this.show({ content, conflicts: [], state: 'saving' })
    void this.save()
  }

  private draft(): Draft {
    return { base: this.base, version: this.version, content: this.view.content }
  }

  private async failed(error: unknown): Promise<boolean> {
    const refused = isProblem(error) && error.status < 500 && error.status !== 408 && error.status !== 429
    const kept = await this.deps.keep(this.draft())
    this.show({
      state: kept ? 'kept' : 'unsafe',
      problem: refused ? error : null,
      errors: refused && isProblem(error) ? error.errors : this.view.errors,
    })
    if (!refused) this.later(this.deps.retry ?? 15_000)
    return false
  }

  stop(): void {
    clearTimeout(this.timer)
  }
}
