/** What the check-in shows: the server's list with what still waits on this device laid over it. Pure. */
import type { EventAttendance, EventAttendanceLine, EventMark } from '@/api/types'
import { matches } from '@/lib/text'

export interface Line extends EventAttendanceLine {
  waiting: boolean
}
export type Kind = EventMark['kind']

export function overlaid(list: EventAttendance, waiting: Map<string, EventMark>): Line[] {
  return list.items.map((line) => {
    const mark = waiting.get(line.child_id)
    if (!mark) return { ...line, waiting: false }
    const older = line.marked_at && mark.marked_at && Date.parse(line.marked_at) > Date.parse(mark.marked_at)
    return older
      ? { ...line, waiting: true }
      : { ...line, state: mark.kind, marked_at: mark.marked_at ?? null, marked_by: null, waiting: true }
  })
}

/** A tap brings a child in, the next one takes it out. */
export const nextKind = (line: Line): Kind => (line.state === 'in' ? 'out' : 'in')

const TREMBLE = 1000
const tapped = new Map<string, number>()

/** Two taps of one finger within a second are one: a child must not be gone because a thumb trembled. */
export function trembles(child_id: string, now = Date.now()): boolean {
  const before = tapped.get(child_id) ?? 0
  tapped.set(child_id, now)
  return now - before < TREMBLE
}

export const mayComeIn = (line: Line): boolean => line.consent === 'agreed'

export function counted(lines: Line[]) {
  const of = (state: Kind) => lines.filter((line) => line.state === state).length
  const [here, left] = [of('in'), of('out')]
  return { all: lines.length, came: here + left, here, left, waiting: lines.filter((line) => line.waiting).length }
}

export const FILTERS = ['all', 'coming', 'here', 'left'] as const
export type Filter = (typeof FILTERS)[number]

const fits: Record<Filter, (line: Line) => boolean> = {
  all: () => true,
  coming: (line) => !line.state || line.state === 'none',
  here: (line) => line.state === 'in',
  left: (line) => line.state === 'out',
}

export const found = (lines: Line[], filter: Filter, q: string): Line[] =>
  lines.filter((line) => fits[filter](line) && (!q || matches(line.full_name, q)))

const plain = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, '')

/** Whose card it is, however it was typed. */
export const byCode = (lines: Line[], code: string): Line | undefined =>
  plain(code).length === 8 ? lines.find((line) => plain(line.code) === plain(code)) : undefined
