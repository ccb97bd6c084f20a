import { describe, expect, it } from 'vitest'
import type { EventAttendance, EventMark } from '@/api/types'
import { byCode, counted, found, nextKind, overlaid, trembles, type Line } from './checkin'

const line = (over: Partial<Line>): Line =>
  ({
    child_id: 'a',
    full_name: 'Lê An',
    code: 'K7MQ-2XPA',
    consent: 'agreed',
    state: null,
    waiting: false,
    ...over,
  }) as Line
const list = (...items: Partial<Line>[]) => ({ items: items.map(line) }) as unknown as EventAttendance
const mark = (kind: EventMark['kind'], at: string): EventMark => ({ child_id: 'a', kind, marked_at: at })

describe('check-in', () => {
  it('lays what waits over what the server said, unless that is later', () => {
    const waiting = new Map([['a', mark('in', '2024-06-03T01:00:00Z')]])
    expect(overlaid(list({}), waiting)[0]).toMatchObject({ state: 'in', waiting: true })
    const later = list({ state: 'out', marked_at: '2024-06-03T02:00:00Z' })
    expect(overlaid(later, waiting)[0]).toMatchObject({ state: 'out', waiting: true })
  })

  it('counts who came, who is here and who left', () => {
    const lines = [line({}), line({ state: 'in' }), line({ state: 'out' }), line({ state: 'none' })]
    expect(counted(lines)).toMatchObject({ all: 4, came: 2, here: 1, left: 1 })
    expect(lines.map(nextKind)).toEqual(['in', 'out', 'in', 'in'])
    expect(found(lines, 'coming', '')).toHaveLength(2)
    expect(found(lines, 'here', 'le an')).toHaveLength(1)
  })

  it('takes two taps of a trembling thumb for one', () => {
    expect([1000, 1200, 3000].map((now) => trembles('t', now))).toEqual([false, true, false])
  })

  it('knows a card however its code is typed', () => {
    const lines = [line({})]
    expect(byCode(lines, ' k7mq 2xpa ')?.child_id).toBe('a')
    expect(byCode(lines, 'K7MQ-2XPB')).toBeUndefined()
    expect(byCode([line({ code: '' })], '')).toBeUndefined()
  })
})
