/** The choices of the list "what does this column hold": by sections, groups and risks in the law's words. */
import type { columnTexts } from './columnTexts'
import type { importTexts } from './texts'
import type { ChildGroup } from '@/api/types'
import type { Field } from './queries'

type Words = (typeof columnTexts)['vi']
type Plain = keyof Words['field']

const SECTIONS: [keyof Words['section'], Plain[]][] = [
  ['child', ['full_name', 'family_and_middle_name', 'given_name', 'personal_id', 'ethnicity', 'ordinal', 'code']],
  [
    'birth',
    [
      'date_of_birth',
      'birth_year',
      'birth_day',
      'birth_month',
      'birth_date_if_male',
      'birth_date_if_female',
      'sex',
      'is_male',
      'is_female',
    ],
  ],
  ['place', ['neighborhood', 'address', 'permanent_address', 'temporary_address']],
  [
    'family',
    [
      'father_name',
      'father_phone',
      'father_birth_year',
      'father_job',
      'mother_name',
      'mother_phone',
      'mother_birth_year',
      'mother_job',
      'guardian_name',
      'guardian_phone',
      'guardian_relation',
      'phone',
    ],
  ],
  ['school', ['school', 'grade', 'school_and_class']],
  [
    'health',
    ['health_insurance_no', 'health_insurance_valid_to', 'has_health_insurance', 'disability', 'illness', 'can_swim'],
  ],
  ['household', ['is_poor', 'is_near_poor', 'poverty']],
]

/** `HC04` ↔ `circumstance_hc04`, `NC03` ↔ `risk_nc03`. */
export const fieldOfCode = (code: string): Field =>
  `${code.startsWith('HC') ? 'circumstance' : 'risk'}_${code.toLowerCase()}` as Field

export interface FieldSection {
  group: string
  items: { value: Field; label: string }[]
}

/** Groups that the reader does not know are not in their catalogue; a column that holds one is named by its code. */
export function fieldChoices(
  t: Words,
  own: (typeof importTexts)['vi']['columns'],
  catalogue: ChildGroup[],
): FieldSection[] {
  const plain = (fields: Plain[]) => fields.map((value) => ({ value: value as Field, label: t.field[value] }))
  const coded = (kind: ChildGroup['kind']) =>
    catalogue
      .filter((one) => one.kind === kind)
      .map(({ code, label }) => ({ value: fieldOfCode(code), label: `${code} · ${label}` }))
  return [
    ...SECTIONS.map(([section, fields]) => ({ group: t.section[section], items: plain(fields) })),
    { group: t.section.group, items: [...plain(['circumstance']), ...coded('circumstance')] },
    { group: t.section.risk, items: [...plain(['risk']), ...coded('risk')] },
    { group: t.section.other, items: [...plain(['note']), { value: 'ignore' as Field, label: own.ignore }] },
  ]
}

export const allFields = (choices: FieldSection[]): Field[] => choices.flatMap(({ items }) => items.map((i) => i.value))

/** A field that is not among the choices still has a name. */
export function withField(choices: FieldSection[], field: Field | null): FieldSection[] {
  if (!field || allFields(choices).includes(field)) return choices
  const code = /(hc|nc)\d\d$/.exec(field)?.[0].toUpperCase() ?? field
  return [...choices, { group: code.slice(0, 2), items: [{ value: field, label: code }] }]
}
