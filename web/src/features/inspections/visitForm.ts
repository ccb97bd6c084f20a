/** What the team writes of one unit. Pure. */
import type { InspectionVisit } from '@/api/types'
import type { MemberValues } from './form'

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

/** What both have changed, and differently. */
export function changedOf(base: VisitValues, mine: VisitValues, theirs: VisitValues): (keyof VisitValues)[] {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const names = Object.keys(mine) as (keyof VisitValues)[]
  return names.filter(
    (name) => !same(mine[name], base[name]) && !same(theirs[name], base[name]) && !same(mine[name], theirs[name]),
  )
}
