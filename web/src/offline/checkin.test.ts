import { describe, expect, it } from 'vitest'
import type { EventAttendance, EventMark, EventMarksTaken } from '@/api/types'
import { OfflineError } from '@/lib/problem'
import {
  checkinObject,
  checkinOf,
  foldCheckin,
  listForDevice,
  sendCheckin,
  waitingCheckins,
  withMarksTaken,
} from './checkin'
import { newJob, type Job } from './outbox'

const mark = (child_id: string, kind: EventMark['kind'], at: number): EventMark => ({
  child_id,
  kind,
  marked_at: new Date(at).toISOString(),
})
const body = (...marks: EventMark[]) => ({ event_id: 'e', marks }) as unknown as Job['body']
const job = (...marks: EventMark[]) =>
  newJob(
    { id: 'j', userId: 'u', kind: 'checkin', object: checkinObject('e'), title: 't', body: body(...marks), files: [] },
    0,
  )

const taken = (...marks: [string, EventMarksTaken['marks'][number]['result'], EventMark['kind'] | null][]) =>
  ({
    event_id: 'e',
    over_by: 0,
    counts: {},
    marks: marks.map(([child_id, result, state]) => ({ child_id, result, state, ask: [] })),
  }) as unknown as EventMarksTaken

describe('check-in in the outbox', () => {
  it('keeps the way in beside the way out', () => {
    const both = foldCheckin(body(mark('a', 'in', 1)), body(mark('a', 'out', 2), mark('b', 'in', 3)))
    expect(checkinOf({ body: both }).marks.map((one) => one.kind)).toEqual(['in', 'out', 'in'])
    const waiting = waitingCheckins([{ object: checkinObject('e'), body: both }], 'e')
    expect([waiting.get('a')?.kind, waiting.get('b')?.kind]).toEqual(['out', 'in'])
    expect(waitingCheckins([{ object: checkinObject('e'), body: both }], 'x').size).toBe(0)
  })

  it('holds only the children who may not come in', async () => {
    const kept: Job[] = []
    const send = sendCheckin(async () => taken(['a', 'saved', 'in'], ['b', 'consent_missing', null]))
    const refused = send(job(mark('a', 'in', 1), mark('b', 'in', 1)), async (one) => void kept.push(one))
    await expect(refused).rejects.toMatchObject({ status: 422, code: 'refused' })
    expect(checkinOf(kept[0]!).marks.map((one) => one.child_id)).toEqual(['b'])
    const cut = sendCheckin(async () => {
      throw new OfflineError()
    })
    await expect(cut(job(mark('a', 'in', 1)), async () => undefined)).rejects.toBeInstanceOf(OfflineError)
  })

  it('shows what the server said, and keeps no telephone on the device', () => {
    const list = {
      event_id: 'e',
      items: [{ child_id: 'a', state: null, phone: '0912', medical_warning: 'x', note: 'y' }],
    } as unknown as EventAttendance
    expect(withMarksTaken(list, taken(['a', 'kept', 'out'])).items[0]?.state).toBe('out')
    expect(listForDevice(list).items[0]).toMatchObject({ phone: null, medical_warning: '', note: '' })
  })
})
