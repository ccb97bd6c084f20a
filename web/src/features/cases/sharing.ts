/** What a service may need of a child, piece by piece: a sign before a name, a year before a day. Pure. */
import type { Case } from '@/api/types'
import type { PlainDate } from '@/lib/dates'

export const SHAREABLE = ['sign', 'birth', 'sex', 'class', 'need', 'health', 'name', 'place'] as const
export type Shareable = (typeof SHAREABLE)[number]

export function signOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  return words.map((word) => `${word[0]!.toUpperCase()}.`).join('')
}

/** What the case already says; the rest is for the officer to write. */
export function suggested(of: Case, today: PlainDate, sexes: Record<string, string>): Record<Shareable, string> {
  const { full_name, date_of_birth, estimated_age, sex } = of.child
  const year = estimated_age === null ? '' : String(Number(today.slice(0, 4)) - estimated_age)
  return {
    sign: signOf(full_name),
    birth: date_of_birth ? date_of_birth.slice(0, 4) : year,
    sex: sex && sex !== 'unknown' ? (sexes[sex] ?? '') : '',
    class: '',
    need: '',
    health: '',
    name: full_name,
    place: '',
  }
}
