/** What the team writes of one unit. Pure. */
import type { InspectionVisit } from '@/api/types'
import type { FieldWords } from '@/lib/merge'
import type { MemberValues } from './form'
import type { inspectionTexts } from './texts'

type Answer = InspectionVisit['answers'][number]
export type Answers = Record<string, { result: Answer['result']; note: string }>

export interface VisitValues {
  visited_on: string | null
  begun: string
  ended: string
  place: string
  answers: Answers
  positives: string
  findings: string
  unit_opinion: string
  present: MemberValues[]
}

export const visitValues = (visit: InspectionVisit, today: string): VisitValues => ({
  visited_on: visit.visited_on ?? today,
  begun: visit.begun ?? '',
  ended: visit.ended ?? '',
  place: visit.place,
  answers: Object.fromEntries(visit.answers.map(({ code, result, note = '' }) => [code, { result, note }])),
  positives: visit.positives,
  findings: visit.findings,
  unit_opinion: visit.unit_opinion,
  present: visit.present.map(({ name, position = '' }) => ({ name, position })),
})

const TIME = /^([01]?\d|2[0-3])(?:[:hg]([0-5]\d)?)?$/

/** "8", "8h30" or "08:30" as the server wants it; null for nothing and for what is no time. */
export function asTime(text: string): string | null {
  const found = TIME.exec(text.trim().toLowerCase())
  return found ? `${found[1]!.padStart(2, '0')}:${found[2] ?? '00'}` : null
}

export const fieldWords = (t: (typeof inspectionTexts)['vi']['visit']): FieldWords<VisitValues, keyof VisitValues> => ({
  labels: {
    visited_on: t.day,
    begun: t.begun,
    ended: t.ended,
    place: t.place,
    answers: t.checklist,
    positives: t.positives,
    findings: t.findings,
    unit_opinion: t.opinion,
    present: t.present,
  },
  show: (field, values) => {
    const value = values[field]
    if (value === null) return ''
    if (typeof value === 'string') return value
    if (Array.isArray(value)) return value.map((one) => `${one.name}, ${one.position}`).join('; ')
    return Object.values(value)
      .map((one) => one.note)
      .filter(Boolean)
      .join('; ')
  },
})
