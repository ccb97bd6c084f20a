import type { ReactNode } from 'react'
import type { Child } from '@/api/types'
import { formatDate, formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Card, Facts } from '@/ui/Card'
import { ETHNIC_GROUPS, fieldTexts } from '../fieldTexts'
import { birthOf } from '../format'
import { childTexts } from '../texts'

type Fact = [string, ReactNode] | null

/** What the reader sees of a child; a member that is absent has no line, an empty one says that it is empty. */
export function ChildFacts({ child }: { child: Child }) {
  const t = useTexts(childTexts).one
  const words = useTexts(fieldTexts)
  const { field } = words
  const none = <span className="muted">{words.none}</span>
  const line = (label: string, value: string | null | undefined): Fact =>
    value === undefined ? null : [label, value || none]
  const pre = (value: string) => <span className="pre">{value}</span>
  const num = (value: string) => <span className="num">{value}</span>
  const text = (label: string, value: string | undefined): Fact =>
    value === undefined ? null : [label, value ? pre(value) : none]
  const born = child.birth_year_only ? t.yearOnly(child.birth_year) : birthOf(child)
  const groups: [title: string, facts: Fact[]][] = [
    [
      t.who,
      [
        [child.date_of_birth === undefined ? field.birth_year : field.date_of_birth, born],
        [field.sex, words.sex[child.sex]],
        child.ethnicity === undefined
          ? null
          : [field.ethnicity, ETHNIC_GROUPS.find((one) => one.value === child.ethnicity)?.label ?? none],
        child.personal_id === undefined ? null : [field.personal_id, child.personal_id ? num(child.personal_id) : none],
      ],
    ],
    [
      t.home,
      [
        line(field.neighborhood_id, child.neighborhood?.name ?? ''),
        line(field.address, child.address),
        child.permanent_address ? line(field.permanent_address, child.permanent_address) : null,
        child.temporary_address ? line(field.temporary_address, child.temporary_address) : null,
      ],
    ],
    [t.school, [line(field.school_id, child.school?.name ?? ''), line(field.grade, child.grade)]],
    [
      t.health,
      [
        line(field.health_insurance_no, child.health_insurance_no),
        child.health_insurance_valid_to
          ? line(field.health_insurance_valid_to, formatDate(child.health_insurance_valid_to))
          : null,
        line(field.disability, child.disability),
        child.disability_degree ? [field.disability_degree, words.degree[child.disability_degree]] : null,
        text(field.illness, child.illness),
        text(field.medical_warning, child.medical_warning),
        child.can_swim === undefined
          ? null
          : [field.can_swim, child.can_swim === null ? words.unknown : child.can_swim ? words.yes : words.no],
      ],
    ],
    [
      t.family,
      [
        child.poverty === undefined ? null : [field.poverty, words.poverty[child.poverty]],
        text(field.notes, child.notes),
        child.last_supported_on === undefined
          ? null
          : [t.lastSupport, child.last_supported_on ? formatDate(child.last_supported_on) : t.never],
        child.updated_at === undefined ? null : [t.updated, formatInstant(child.updated_at)],
      ],
    ],
  ]
  // On the phone one column follows the other: who and where first, then what they need.
  const columns = [groups.slice(0, 3), groups.slice(3)].map((column) =>
    column.filter(([, facts]) => facts.some(Boolean)),
  )
  return (
    <div className="split split-even">
      {columns.map((column, index) => (
        <div key={index} className="stack">
          {column.map(([title, facts]) => (
            <Card key={title} title={title}>
              <Facts items={facts} />
            </Card>
          ))}
        </div>
      ))}
    </div>
  )
}
