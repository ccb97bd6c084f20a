/** What the screen shows: the server's roster with what still waits on this device laid over it. Pure. */
import type { AttendanceMark, AttendanceState, Roster, RosterLine } from '@/api/types'
import { matches } from '@/lib/text'

export interface Line extends RosterLine {
  waiting: boolean
}

export const here = (state: AttendanceState | null | undefined) => state === 'present' || state === 'late'

export function overlaid(roster: Roster, waiting: Map<string, AttendanceMark>): Line[] {
  return roster.items.map((line) => {
    const mark = waiting.get(line.child_id)
    if (!mark) return { ...line, waiting: false }
    const older = line.marked_at && mark.marked_at && Date.parse(line.marked_at) > Date.parse(mark.marked_at)
    return older
      ? { ...line, waiting: true }
      : { ...line, state: mark.state, note: mark.note ?? '', marked_at: mark.marked_at ?? null, waiting: true }
  })
}

/** The whole row is one switch: there or not there. */
export function toggled(state: AttendanceState | null | undefined): AttendanceState {
  return here(state) ? 'absent' : 'present'
}

/** Only those of whom nothing was said yet; who asked for leave is not there. */
export function everybody(lines: Line[]): { child_id: string; state: AttendanceState }[] {
  return lines
    .filter((line) => !line.state)
    .map((line) => ({ child_id: line.child_id, state: line.default_state ?? 'present' }))
}

export function counted(lines: Line[]) {
  return {
    all: lines.length,
    here: lines.filter((line) => here(line.state)).length,
    away: lines.filter((line) => line.state === 'absent' || line.state === 'excused').length,
    left: lines.filter((line) => !line.state).length,
    waiting: lines.filter((line) => line.waiting).length,
  }
}

export const found = (lines: Line[], q: string) => (q ? lines.filter((line) => matches(line.full_name, q)) : lines)
