/** Members of a child as one reads them. Absent members are not the reader's: they give nothing, not "empty". */
import type { Child, Circumstance } from '@/api/types'
import { formatDate } from '@/lib/dates'
import type { fieldTexts } from './fieldTexts'

type Words = (typeof fieldTexts)['vi']

export function birthOf(child: Child): string {
  return child.date_of_birth && !child.birth_year_only ? formatDate(child.date_of_birth) : String(child.birth_year)
}

export function ageOf(child: Child, t: Words): string {
  if (child.age === undefined) return t.born(child.birth_year)
  return child.age < 1 ? t.underOne : t.age(child.age)
}

export function schoolOf(child: Child, t: Words): string {
  return [child.school?.name, child.grade ? t.grade(child.grade) : null].filter(Boolean).join(', ')
}

/** Whom to call first; a contact view has the number without the name. */
export function firstGuardian(child: Child, t: Words): string {
  const [first] = child.guardians
  return first ? first.full_name || t.relation[first.relation] : ''
}

export const firstPhone = (child: Child): string => child.guardians.find((one) => one.phone)?.phone ?? ''

/** Known to have no card that is valid today; null where the view does not say. */
export function isUninsured(child: Child, today: string): boolean | null {
  if (child.health_insurance_no === undefined) return null
  const until = child.health_insurance_valid_to
  return !child.health_insurance_no || Boolean(until && until < today)
}

export const periodOf = (one: Circumstance): [from: string, to: string] => [
  formatDate(one.from_date),
  formatDate(one.to_date),
]

/** What is not in force today: what will begin, the nearest first; what has ended, the latest first. */
export function outOfForce(entries: Circumstance[], today: string): { coming: Circumstance[]; ended: Circumstance[] } {
  const coming = entries.filter((one) => one.from_date > today)
  const ended = entries.filter((one) => one.from_date <= today && one.to_date && one.to_date < today)
  return {
    coming: coming.sort((a, b) => a.from_date.localeCompare(b.from_date)),
    ended: ended.sort((a, b) => b.to_date!.localeCompare(a.to_date!)),
  }
}

/** 0912345678 as people read it aloud. */
export function spacedPhone(phone: string): string {
  return phone.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1\u00a0$2\u00a0$3')
}
