/**
 * Attendance on the phone: one job a session, in which a later tap of the same child takes the earlier one's place.
 * The server knows a mark by child, time and state, so a repeated send counts once even under a new key.
 */
import type { AttendanceMark, AttendanceTaken, Roster } from '@/api/types'
import { say } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { patchSnapshot } from './db'
import type { Fold, Job, Sender } from './outbox'
import { offlineTexts } from './texts'

export interface MarksBody {
  session_id: string
  marks: AttendanceMark[]
}

export const marksOf = (job: Pick<Job, 'body'>): MarksBody => job.body as unknown as MarksBody

export const attendanceObject = (session: string) => `attendance:${session}`
export const rosterKey = (userId: string, session: string) => `${userId}:roster:${session}`

export const foldMarks: Fold = (older, newer) => {
  const known = new Map<string, AttendanceMark>()
  for (const mark of (older as unknown as MarksBody).marks) known.set(mark.child_id, mark)
  for (const mark of (newer as unknown as MarksBody).marks) {
    const before = known.get(mark.child_id)
    if (!before || (before.marked_at ?? '') <= (mark.marked_at ?? '')) known.set(mark.child_id, mark)
  }
  return { ...older, marks: [...known.values()] }
}

/** What waits on this device for a session, the last word of each child. */
export function waitingMarks(jobs: Job[], session: string): Map<string, AttendanceMark> {
  const marks = new Map<string, AttendanceMark>()
  for (const job of jobs) {
    if (job.object !== attendanceObject(session)) continue
    for (const mark of marksOf(job).marks) marks.set(mark.child_id, mark)
  }
  return marks
}

/** The roster with what the server said of some marks. */
export function withTaken(roster: Roster, taken: AttendanceTaken): Roster {
  const said = new Map(taken.marks.filter((one) => one.state).map((one) => [one.child_id, one]))
  const items = roster.items.map((line) => {
    const mark = said.get(line.child_id)
    if (!mark) return line
    const { state, note, marked_at, marked_by } = mark
    return { ...line, state, note, marked_at, marked_by }
  })
  return { ...roster, items }
}

const listeners = new Set<(taken: AttendanceTaken) => void>()

/** Before the job leaves the outbox, so that no row falls back to its old state for a moment. */
export function onTaken(tell: (taken: AttendanceTaken) => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

export function sendMarks(post: (body: MarksBody, key: string) => Promise<AttendanceTaken>): Sender {
  return async (job, keep) => {
    const body = marksOf(job)
    const taken = await post(body, job.id)
    await patchSnapshot<Roster>(rosterKey(job.userId, body.session_id), job.userId, (kept) => withTaken(kept, taken))
    for (const tell of listeners) tell(taken)
    const refused = new Set(taken.marks.filter((one) => one.result === 'refused').map((one) => one.child_id))
    if (refused.size === 0) return
    const marks = body.marks.filter((mark) => refused.has(mark.child_id))
    await keep({ ...job, body: { ...body, marks } })
    throw new ApiProblem(422, { code: 'refused', detail: say(offlineTexts).refusedMarks(refused.size) })
  }
}
