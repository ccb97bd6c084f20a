/** A concern as the form holds it: every value a text, so that nothing is lost while it is typed. Pure. */
import type { Concern, ConcernPatch } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { changed, read, type FieldWords } from '@/lib/merge'
import { nfc } from '@/lib/text'
import type { concernTexts } from './texts'

export interface ParentValues {
  full_name: string
  age: string
  occupation: string
}

export interface ConcernValues {
  narrative: string
  received_via: string
  subject_kind: string
  danger_level: string
  child: {
    full_name: string
    date_of_birth: string | null
    estimated_age: string
    sex: string | null
    address: string
  }
  place: string
  neighborhood_id: string | null
  condition: string
  consequences: string
  father: ParentValues
  mother: ParentValues
  family: string
  carer: string
  actions_taken: string
}

type Path =
  | Exclude<keyof ConcernValues, 'child' | 'father' | 'mother'>
  | `child.${keyof ConcernValues['child']}`
  | `${'father' | 'mother'}.${keyof ParentValues}`

const parentValues = (parent: Concern['father']): ParentValues => ({
  full_name: parent.full_name ?? '',
  age: parent.age === null || parent.age === undefined ? '' : String(parent.age),
  occupation: parent.occupation ?? '',
})

export function valuesOf(concern: Concern): ConcernValues {
  const { child } = concern
  const age = child.estimated_age
  return {
    narrative: concern.narrative,
    received_via: concern.received_via,
    subject_kind: concern.subject_kind,
    danger_level: concern.danger_level,
    child: {
      full_name: child.full_name ?? '',
      date_of_birth: child.date_of_birth ?? null,
      estimated_age: age === null || age === undefined ? '' : String(age),
      sex: child.sex ?? null,
      address: child.address ?? '',
    },
    place: concern.place,
    neighborhood_id: concern.neighborhood?.id ?? null,
    condition: concern.condition,
    consequences: concern.consequences,
    father: parentValues(concern.father),
    mother: parentValues(concern.mother),
    family: concern.family,
    carer: concern.carer,
    actions_taken: concern.actions_taken,
  }
}

const number = (text: string) => (text.trim() ? Number(text) : null)
const parentBody = (parent: ParentValues) => ({
  full_name: nfc(parent.full_name),
  age: number(parent.age),
  occupation: nfc(parent.occupation),
})

function bodyOf(values: ConcernValues): Required<Omit<ConcernPatch, never>> {
  return {
    narrative: nfc(values.narrative),
    received_via: values.received_via as Concern['received_via'],
    subject_kind: values.subject_kind as Concern['subject_kind'],
    danger_level: values.danger_level as Concern['danger_level'],
    child: {
      full_name: nfc(values.child.full_name),
      date_of_birth: values.child.date_of_birth,
      estimated_age: number(values.child.estimated_age),
      sex: values.child.sex as 'male' | 'female' | 'unknown' | null,
      address: nfc(values.child.address),
    },
    place: nfc(values.place),
    neighborhood_id: values.neighborhood_id,
    condition: nfc(values.condition),
    consequences: nfc(values.consequences),
    father: parentBody(values.father),
    mother: parentBody(values.mother),
    family: nfc(values.family),
    carer: nfc(values.carer),
    actions_taken: nfc(values.actions_taken),
  }
}

/** Only what was changed: a merge patch must not carry away somebody else's work. */
export const patchBody = (before: ConcernValues, after: ConcernValues): ConcernPatch =>
  changed(bodyOf(before), bodyOf(after))

/** In the order of Mẫu 01, and as the record names them. */
export function fieldWords(
  t: (typeof concernTexts)['vi'],
  unitName: (id: string) => string,
): FieldWords<ConcernValues, Path> {
  const { one } = t
  const of = (who: string, what: string) => `${who}: ${what.toLowerCase()}`
  return {
    labels: {
      received_via: one.via,
      subject_kind: one.subject,
      danger_level: one.danger,
      narrative: one.narrative,
      'child.full_name': of(one.child, one.name),
      'child.date_of_birth': of(one.child, one.birth),
      'child.estimated_age': of(one.child, one.age),
      'child.sex': of(one.child, one.sex),
      'child.address': of(one.child, one.address),
      place: one.place,
      neighborhood_id: one.neighborhood,
      condition: one.condition,
      consequences: one.consequences,
      'father.full_name': of(one.father, one.parentName),
      'father.age': of(one.father, one.parentAge),
      'father.occupation': of(one.father, one.occupation),
      'mother.full_name': of(one.mother, one.parentName),
      'mother.age': of(one.mother, one.parentAge),
      'mother.occupation': of(one.mother, one.occupation),
      family: one.home,
      carer: one.carer,
      actions_taken: one.actions,
    },
    show: (path, values) => {
      const value = (read(values, path) as string | null) ?? ''
      if (path === 'neighborhood_id') return unitName(value)
      if (path === 'child.date_of_birth') return formatDate(value)
      const words: Partial<Record<Path, Record<string, string>>> = {
        received_via: t.via,
        subject_kind: t.subject,
        danger_level: t.danger,
        'child.sex': t.sex,
      }
      return words[path]?.[value] ?? value
    },
  }
}

export const childAgeIsRight = (age: string): boolean => age.trim() === '' || /^(\d|1[0-7])$/.test(age.trim())
export const parentAgeIsRight = (age: string): boolean =>
  age.trim() === '' || (/^\d{2,3}$/.test(age.trim()) && Number(age) >= 10 && Number(age) <= 120)
