import { describe, expect, it } from 'vitest'
import { differences } from '@/lib/merge'
import { inspectionTexts } from './texts'
import { asTime, fieldWords, type VisitValues } from './visitForm'

const values: VisitValues = {
  visited_on: '2024-06-03',
  begun: '08:00',
  ended: '',
  place: '',
  answers: {},
  positives: '',
  findings: 'Ao chưa rào',
  unit_opinion: '',
  present: [],
}

describe('a visit', () => {
  it('takes times as people type them', () => {
    expect(['8', '8h', '8h30', '08:30', '23:59'].map(asTime)).toEqual(['08:00', '08:00', '08:30', '08:30', '23:59'])
    expect(['', 'tám giờ', '24:00', '8:7'].map(asTime)).toEqual([null, null, null, null])
  })

  it('asks only where both have written something different', () => {
    const mine = { ...values, findings: 'Ao đã rào', place: 'Nhà văn hóa' }
    const theirs = { ...values, findings: 'Ao rào một nửa', positives: 'Sổ sách đủ' }
    const asked = (meanwhile: VisitValues) =>
      differences({ base: values, mine, theirs: meanwhile }, fieldWords(inspectionTexts.vi.visit)).map(
        ({ field }) => field,
      )
    expect(asked(theirs)).toEqual(['findings'])
    expect(asked(mine)).toEqual([])
  })
})
