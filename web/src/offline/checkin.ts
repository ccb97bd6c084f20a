/**
 * Check-in on the phone: one job an event, in which every tap is kept: when a child came is as true as when it left.
 * The list itself lies sealed on the device, for this person.
 */
import type { EventAttendance, EventMark, EventMarksTaken } from '@/api/types'
import { say } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import type { Fold, Job, Sender } from './outbox'
import { keepSealed, readSealed } from './sealed'
import { offlineTexts } from './texts'

export interface CheckinBody {
  event_id: string
  marks: EventMark[]
}

export const checkinOf = (job: Pick<Job, 'body'>): CheckinBody => job.body as unknown as CheckinBody
export const checkinObject = (event: string) => `checkin:${event}`

export const foldCheckin: Fold = (older, newer) => ({
  ...older,
  marks: [...(older as unknown as CheckinBody).marks, ...(newer as unknown as CheckinBody).marks],
})

/** What waits on this device for an event, the last word of each child. */
export function waitingCheckins(jobs: Pick<Job, 'object' | 'body'>[], event: string): Map<string, EventMark> {
  const marks = new Map<string, EventMark>()
  for (const job of jobs) {
    if (job.object !== checkinObject(event)) continue
    for (const mark of checkinOf(job).marks) {
      const before = marks.get(mark.child_id)
      if (!before || (before.marked_at ?? '') <= (mark.marked_at ?? '')) marks.set(mark.child_id, mark)
    }
  }
  return marks
}

/** The list with what the server said of some marks; the last word of a child stands. */
export function withMarksTaken(list: EventAttendance, taken: EventMarksTaken): EventAttendance {
  const said = new Map(taken.marks.filter((one) => one.state).map((one) => [one.child_id, one]))
  const items = list.items.map((line) => {
    const mark = said.get(line.child_id)
    return mark ? { ...line, state: mark.state, marked_at: mark.marked_at, marked_by: mark.marked_by } : line
  })
  return { ...list, items, counts: taken.counts, over_by: taken.over_by }
}

/** Only what 6-web.md 8.1 lets a device keep, and what a card is known by. */
export const listForDevice = (list: EventAttendance): EventAttendance => ({
  ...list,
  items: list.items.map((line) => ({ ...line, phone: null, medical_warning: '', can_swim: null, note: '' })),
})

export const keepCheckin = (userId: string, list: EventAttendance) =>
  keepSealed(checkinObject(list.event_id), userId, listForDevice(list))

export const readCheckin = (userId: string, event: string) => readSealed<EventAttendance>(checkinObject(event), userId)

const listeners = new Set<(taken: EventMarksTaken) => void>()

/** Before the job leaves the outbox, so that no row falls back to its old state for a moment. */
export function onMarksTaken(tell: (taken: EventMarksTaken) => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

const REFUSED = ['consent_missing', 'declined', 'unknown']

export function sendCheckin(post: (body: CheckinBody, key: string) => Promise<EventMarksTaken>): Sender {
  return async (job, keep) => {
    const body = checkinOf(job)
    const taken = await post(body, job.id)
    const kept = await readCheckin(job.userId, body.event_id)
    if (kept) await keepCheckin(job.userId, withMarksTaken(kept.value, taken))
    for (const tell of listeners) tell(taken)
    const refused = new Set(taken.marks.filter((one) => REFUSED.includes(one.result)).map((one) => one.child_id))
    if (refused.size === 0) return
    const marks = body.marks.filter((mark) => refused.has(mark.child_id))
    await keep({ ...job, body: { ...body, marks } })
    throw new ApiProblem(422, { code: 'refused', detail: say(offlineTexts).refusedCheckins(refused.size) })
  }
}
