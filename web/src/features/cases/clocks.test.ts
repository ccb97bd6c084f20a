import { describe, expect, it } from 'vitest'
import type { CaseDeadline, CaseLine } from '@/api/types'
import { byUrgency, clockText, grouped, nextClock, termText } from './clocks'
import { currentStep, formOfStep, formPlace, kindOfSlug } from './steps'
import { caseTexts } from './texts'

const t = caseTexts.vi.clock
const clock = (
  kind: CaseDeadline['kind'],
  due_at: string,
  state: CaseDeadline['state'] = 'running',
  working_days_left: number | null = null,
): CaseDeadline => ({
  kind,
  due_at,
  state,
  round: 1,
  starts_at: '2024-06-03T01:00:00Z',
  met_at: null,
  working_days: kind === 'plan_5wd' ? 5 : null,
  working_days_left,
})
const row = (id: string, ...deadlines: CaseDeadline[]) => ({ id, deadlines }) as unknown as CaseLine
/** Monday 3 June 2024, 8:00 in Vietnam. */
const now = new Date('2024-06-03T01:00:00Z')

describe('clocks', () => {
  it('says the term as the server counted it', () => {
    expect(termText(clock('plan_5wd', '2024-06-10T16:59:59Z'), t)).toBe('5 ngày làm việc')
    expect(termText(clock('emergency_12h', '2024-06-03T13:00:00Z'), t)).toBe('12 giờ từ khi nhận tin')
    expect(termText(clock('separation_15d', '2024-06-13T01:00:00Z'), t)).toBe('kể cả gia hạn')
  })

  it('says in words what is left', () => {
    const say = (one: CaseDeadline) => clockText(one, now, t)
    expect(say(clock('emergency_12h', '2024-06-03T04:20:00Z'))).toBe('còn 3 giờ 20 phút')
    expect(say(clock('emergency_12h', '2024-06-03T01:05:00Z'))).toBe('còn 5 phút')
    expect(say(clock('emergency_12h', '2024-06-02T20:00:00Z'))).toBe('quá 5 giờ')
    expect(say(clock('plan_5wd', '2024-06-05T16:59:59Z', 'running', 1))).toBe('còn 1 ngày làm việc')
    expect(say(clock('plan_5wd', '2024-06-03T16:59:59Z'))).toBe('hết hạn hôm nay')
    expect(say(clock('plan_5wd', '2024-05-30T16:59:59Z'))).toBe('quá 3 ngày')
    expect(say(clock('review', '2024-06-23T16:59:59Z'))).toBe('còn 20 ngày')
    expect(say(clock('separation_15d', '2024-06-13T01:00:00Z'))).toBe('còn 10 ngày')
  })

  it('puts what runs out first on top, and groups it', () => {
    const late = row('late', clock('emergency_12h', '2024-06-02T20:00:00Z', 'late'))
    const today = row('today', clock('emergency_12h', '2024-06-03T04:00:00Z'))
    const sunday = row('sunday', clock('plan_5wd', '2024-06-09T16:59:59Z'))
    const after = row('after', clock('review', '2024-06-10T16:59:59Z'))
    const met = row('met', clock('plan_5wd', '2024-06-01T00:00:00Z', 'met'))
    const groups = grouped([after, met, sunday, late, today], now)
    const ids = Object.values(groups).map((group) => group.map((one) => one.row.id))
    expect(ids).toEqual([['late'], ['today'], ['sunday'], ['after']])
    expect(byUrgency([met, after, late]).map((one) => one.id)).toEqual(['late', 'after', 'met'])
    expect(nextClock(met.deadlines)).toBeNull()
  })
})

describe('steps', () => {
  it('knows which step is being worked on', () => {
    const step = (status: string, next_step: string | null, closing = false) =>
      currentStep({ status, next_step, missing: [], closing: closing ? {} : null } as never)
    expect(step('open', 'assess_initial')).toBe('initial')
    expect(step('assessment', 'assess_detailed')).toBe('detailed')
    expect(step('assessment', 'meet')).toBe('plan')
    expect(step('planned', 'decide')).toBe('decide')
    expect(step('reviewed', 'close', true)).toBe('close')
    // Nobody has walked the steps between.
    expect(step('open', 'close', true)).toBe('initial')
    expect(step('closed', null)).toBeNull()
  })

  it('leads from a step to its form and back from the address', () => {
    expect(formOfStep('meet')).toBe('needs_meeting')
    expect(formOfStep('decide')).toBeNull()
    expect(formPlace('x', 'support_plan')).toBe('/ho-so/x/mau/04')
    expect(kindOfSlug('hop')).toBe('needs_meeting')
    expect(kindOfSlug('05')).toBeNull()
  })
})
