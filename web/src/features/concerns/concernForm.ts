/** A concern as the form holds it: every value a text, so that nothing is lost while it is typed. Pure. */
import type { Concern, ConcernPatch } from '@/api/types'
import { nfc } from '@/lib/text'

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

/** In the order of Mẫu 01. */
export const PATHS = [
  'received_via',
  'subject_kind',
  'danger_level',
  'narrative',
  'child.full_name',
  'child.date_of_birth',
  'child.estimated_age',
  'child.sex',
  'child.address',
  'place',
  'neighborhood_id',
  'condition',
  'consequences',
  'father.full_name',
  'father.age',
  'father.occupation',
  'mother.full_name',
  'mother.age',
  'mother.occupation',
  'family',
  'carer',
  'actions_taken',
] as const
export type Path = (typeof PATHS)[number]

type Tree = Record<string, unknown>

export function read(values: ConcernValues, path: Path): string | null {
  const [first, second] = path.split('.') as [string, string?]
  const value = (values as unknown as Tree)[first]
  return (second ? (value as Tree)[second] : value) as string | null
}

function write(values: ConcernValues, path: Path, value: string | null): void {
  const [first, second] = path.split('.') as [string, string?]
  const tree = values as unknown as Tree
  if (second) (tree[first] as Tree)[second] = value
  else tree[first] = value
}

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
export function patchBody(before: ConcernValues, after: ConcernValues): ConcernPatch {
  const old: Tree = bodyOf(before)
  const changed = Object.entries(bodyOf(after)).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(old[key]),
  )
  return Object.fromEntries(changed) as ConcernPatch
}

/** What both of us have changed, and not to the same. */
export function conflicts(before: ConcernValues, mine: ConcernValues, theirs: ConcernValues): Path[] {
  return PATHS.filter((path) => {
    const [was, my, their] = [read(before, path), read(mine, path), read(theirs, path)]
    return my !== was && their !== was && my !== their
  })
}

/** Theirs, with what I alone have changed, and of what both have changed with what I keep. */
export function merged(
  before: ConcernValues,
  mine: ConcernValues,
  theirs: ConcernValues,
  keepMine: Set<string>,
): ConcernValues {
  const out = structuredClone(theirs)
  const contested = conflicts(before, mine, theirs)
  for (const path of PATHS) {
    if (read(mine, path) === read(before, path)) continue
    if (contested.includes(path) && !keepMine.has(path)) continue
    write(out, path, read(mine, path))
  }
  return out
}

export const childAgeIsRight = (age: string): boolean => age.trim() === '' || /^(\d|1[0-7])$/.test(age.trim())
export const parentAgeIsRight = (age: string): boolean =>
  age.trim() === '' || (/^\d{2,3}$/.test(age.trim()) && Number(age) >= 10 && Number(age) <= 120)
