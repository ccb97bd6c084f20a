import { describe, expect, it } from 'vitest'
import type { Consent, DataRequest } from '@/api/types'
import { clockOf, isOpen, presses } from './clock'
import { ageOn, isAsked, lastWord } from './consents'
import { rightsTexts } from './texts'

const consent = (id: string, given_on: string, state: Consent['state'], purpose: Consent['purpose'] = 'photos') =>
  ({ id, given_on, state, purpose }) as Consent

describe('consents', () => {
  it('are answered by the last word, not by the best one', () => {
    // As the server sends them: the latest entry first.
    const said = [consent('c', '2024-06-02', 'refused'), consent('b', '2024-05-01', 'valid')]
    expect(lastWord(said, 'photos')?.id).toBe('c')
    // Written down later, said earlier.
    expect(lastWord([consent('d', '2024-04-01', 'valid'), ...said], 'photos')?.id).toBe('c')
    // Of one day the latest entry.
    expect(lastWord([consent('e', '2024-06-02', 'valid'), ...said], 'photos')?.id).toBe('e')
    expect(lastWord(said, 'sponsor')).toBeNull()
  })

  it('ask a child from its seventh birthday on', () => {
    expect([ageOn('2017-06-03', '2024-06-02'), ageOn('2017-06-03', '2024-06-03')]).toEqual([6, 7])
    expect(isAsked('2016-02-29', '2023-02-28')).toBe(false)
    expect(isAsked('2016-02-29', '2023-03-01')).toBe(true)
  })
})

describe('the clock of a request', () => {
  const t = rightsTexts.vi.request.clock
  const clock = (status: DataRequest['status'], days_left: number | null, late = false) => ({ status, days_left, late })

  it('counts working days until the answer and days until it is carried out', () => {
    expect(clockOf(clock('received', 2), t)).toBe('Còn 2 ngày làm việc để trả lời')
    expect(clockOf(clock('received', 0), t)).toBe('Phải trả lời trong hôm nay')
    expect(clockOf(clock('received', -3, true), t)).toBe('Quá hạn trả lời 3 ngày làm việc')
    // Late by a weekend alone.
    expect(clockOf(clock('received', 0, true), t)).toBe('Quá hạn trả lời')
    expect(clockOf(clock('answered', 6), t)).toBe('Còn 6 ngày để thực hiện')
    expect(clockOf(clock('answered', 0), t)).toBe('Phải thực hiện trong hôm nay')
    expect(clockOf(clock('answered', -1, true), t)).toBe('Quá hạn thực hiện 1 ngày')
  })

  it('stands still when the request is done', () => {
    for (const status of ['executed', 'refused'] as const) {
      expect(clockOf(clock(status, null), t)).toBeNull()
      expect(isOpen({ status })).toBe(false)
    }
    expect([presses(clock('received', 1)), presses(clock('received', 0)), presses(clock('executed', null))]).toEqual([
      false,
      true,
      false,
    ])
  })
})
