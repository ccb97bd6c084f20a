import type { Concern } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Card, Facts } from '@/ui/Card'
import { concernTexts } from '../texts'
import styles from './concerns.module.css'

type Fact = [label: string, value: string]

/** Section A of Mẫu 01. What nobody knows yet takes one line, not a page of empty ones. */
export function Told({ concern }: { concern: Concern }) {
  const texts = useTexts(concernTexts)
  const t = texts.one
  const { child, father, mother } = concern
  const parent = (one: Concern['father']) =>
    [one.full_name, one.age ? t.years(one.age) : '', one.occupation].filter(Boolean).join(', ')
  const age = child.estimated_age
  const parts: [title: string, facts: Fact[]][] = [
    [
      t.child,
      [
        [t.name, child.full_name ?? ''],
        child.date_of_birth
          ? [t.birth, formatDate(child.date_of_birth)]
          : [t.age, age === null || age === undefined ? '' : t.years(age)],
        [t.sex, child.sex ? texts.sex[child.sex] : ''],
        [t.address, child.address ?? ''],
      ],
    ],
    [
      t.matter,
      [
        [t.place, concern.place],
        [t.neighborhood, concern.neighborhood?.name ?? ''],
        [t.condition, concern.condition],
        [t.consequences, concern.consequences],
        [t.actions, concern.actions_taken],
      ],
    ],
    [
      t.family,
      [
        [t.father, parent(father)],
        [t.mother, parent(mother)],
        [t.home, concern.family],
        [t.carer, concern.carer],
      ],
    ],
  ]
  const split = parts.map(([title, facts]) => ({
    title,
    known: facts.filter(([, value]) => value),
    missing: facts.filter(([, value]) => !value).map(([label]) => label.toLowerCase()),
  }))
  const told = split.filter(({ known }) => known.length > 0)
  const blank = split.filter(({ known }) => known.length === 0).map(({ title }) => title.toLowerCase())
  return (
    <>
      <Card title={t.narrative}>
        <p className={styles.told}>{concern.narrative}</p>
      </Card>
      {told.map(({ title, known, missing }) => (
        <Card key={title} title={title}>
          <Facts
            items={known.map(([label, value]) => [
              label,
              <span key={label} className="pre">
                {value}
              </span>,
            ])}
          />
          {missing.length > 0 ? <p className="second">{t.missing(missing.join(', '))}</p> : null}
        </Card>
      ))}
      {blank.length > 0 ? <p className="second">{t.nothing(blank.join(', '))}</p> : null}
    </>
  )
}
