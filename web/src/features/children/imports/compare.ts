/** A known child beside what a row would make of it: the same rules as the server's, for the eye alone. */
import type { Child } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { fold } from '@/lib/text'
import { ETHNIC_GROUPS, type fieldTexts } from '../fieldTexts'
import type { ImportRow, RowGuardian } from './preview'

type Words = (typeof fieldTexts)['vi']

export interface Difference {
  member: string
  before: string
  after: string
  /** The reader's view does not hold this member. */
  masked: boolean
  changes: boolean
}

/** By which a person tells a child from another. */
const IDENTITY = ['full_name', 'date_of_birth', 'sex', 'neighborhood_id', 'personal_id', 'guardians']

const sameName = (a: string, b: string) => {
  const key = (name: string) => fold(name).split(' ').sort().join(' ')
  return key(a) === key(b)
}

/** Guardians are added to, not replaced; a number or an occupation that the row tells goes over the old one. */
export function mergedGuardians(known: RowGuardian[], said: RowGuardian[]): RowGuardian[] {
  const merged = known.map((one) => ({ ...one }))
  for (const one of said) {
    const there = merged.find((old) => sameName(old.full_name ?? '', one.full_name))
    if (!there) {
      if (merged.length < 6) merged.push(one)
      continue
    }
    if (one.phone) there.phone = one.phone
    if (one.occupation) there.occupation = one.occupation
  }
  return merged
}

export function mergedNotes(known: string, said: string): string {
  const lines = known.split('\n')
  return [...lines, ...said.split('\n').filter((line) => !lines.includes(line))].filter(Boolean).join('\n')
}

export function differencesOf(
  row: ImportRow,
  known: Child,
  t: Words,
  unitName: (id: string) => string | null,
): Difference[] {
  const old = known as unknown as Record<string, unknown>
  const changed = row.changes.filter((member) => member !== 'birth_year_only')
  const members = row.state === 'changed' ? changed : [...new Set([...IDENTITY, ...changed])]
  return members.map((member) => {
    const changes = row.changes.includes(member)
    const said = row.child[member]
    const after =
      member === 'guardians'
        ? mergedGuardians(known.guardians as RowGuardian[], row.child.guardians)
        : member === 'notes'
          ? mergedNotes(String(old.notes ?? ''), row.child.notes)
          : said
    const text = (value: unknown, yearOnly: boolean) => shown(member, value, yearOnly, t, unitName)
    return {
      member,
      before:
        member === 'neighborhood_id' && known.neighborhood
          ? known.neighborhood.name
          : member === 'school_id' && known.school
            ? known.school.name
            : text(old[member], known.birth_year_only === true),
      after: text(after, row.child.birth_year_only),
      masked: !(member in old),
      changes,
    }
  })
}

function shown(
  member: string,
  value: unknown,
  yearOnly: boolean,
  t: Words,
  unitName: (id: string) => string | null,
): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (member === 'guardians') {
    const said = (one: RowGuardian) => [
      `${t.relation[one.relation]} ${one.full_name ?? ''}`.trim(),
      one.phone,
      one.occupation,
    ]
    return (value as RowGuardian[]).map((one) => said(one).filter(Boolean).join(', ')).join('\n')
  }
  const text = String(value)
  if (member === 'date_of_birth') return yearOnly ? text.slice(0, 4) : formatDate(text)
  if (member === 'health_insurance_valid_to') return formatDate(text)
  if (member === 'sex') return t.sex[text as keyof Words['sex']] ?? text
  if (member === 'disability_degree') return t.degree[text as keyof Words['degree']] ?? text
  if (member === 'ethnicity') return ETHNIC_GROUPS.find((one) => one.value === text)?.label ?? text
  if (member === 'poverty') return t.poverty[text as keyof Words['poverty']] ?? text
  if (member === 'neighborhood_id' || member === 'school_id') return unitName(text) ?? text
  return text
}
