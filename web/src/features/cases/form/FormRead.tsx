import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { unitsQuery } from '@/api/queries'
import type { CaseCatalogue } from '@/api/types'
import { useCan } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Card, Facts } from '@/ui/Card'
import { formTexts } from './texts'
import type { FormKind } from '../steps'
import styles from './form.module.css'
import { itemOf, type Content, type List } from './merge'
import { blocksOf, SECTIONS, totals } from './model'
import { valueOf } from './words'

interface ReadProps {
  kind: FormKind
  catalogue: CaseCatalogue
  content: Content
}

/** A form that is complete, or another's: only what it says. */
export function FormRead({ kind, catalogue, content }: ReadProps) {
  const t = useTexts(formTexts)
  return SECTIONS[kind].map((section) => {
    if (section === 'items') {
      return blocksOf(catalogue, kind).map((block) => {
        const count = totals(block, content)
        return (
          <Card key={block.code} title={block.title}>
            <div className={styles.read}>
              <dl className={styles.judged}>
                {block.items.map((item, index) => {
                  const judged = itemOf(content, item.code)
                  return (
                    <div key={item.code}>
                      <dt>
                        {index + 1}. {item.label}
                      </dt>
                      <dd>
                        <strong>{judged.level ? t.level[judged.level] : t.unjudged}</strong>
                        {judged.level ? ` – ${item[judged.level]}` : ''}
                        {judged.note ? <p className="pre second">{judged.note}</p> : null}
                      </dd>
                    </div>
                  )
                })}
              </dl>
              <p className="second num">{t.totals(count.high, count.medium, count.low)}</p>
            </div>
          </Card>
        )
      })
    }
    const facts: [string, ReactNode][] = []
    const lists: List[] = []
    for (const field of section.fields) {
      if (field.kind === 'rows') lists.push(field.name as List)
      else {
        const value = valueOf(field.name, content[field.name as keyof Content], t)
        if (value)
          facts.push([
            t.field[field.name],
            <span key={field.name} className="pre">
              {value}
            </span>,
          ])
      }
    }
    const rows = lists.filter((list) => (content[list] ?? []).length > 0)
    if (facts.length === 0 && rows.length === 0) return null
    return (
      <Card key={section.name} title={t.section[section.name]}>
        <div className={styles.read}>
          <Facts items={facts} />
          {rows.map((list) => (
            <Rows key={list} list={list} content={content} />
          ))}
        </div>
      </Card>
    )
  })
}

function Rows({ list, content }: { list: List; content: Content }) {
  const t = useTexts(formTexts)
  const can = useCan()
  // The names of units are for those who may read their list; a unit that sees its own lines knows itself.
  const units = useQuery({ ...unitsQuery, enabled: list === 'activities' && can('accounts', 'read') })
  const rows = (content[list] ?? []) as unknown as Record<string, unknown>[]
  const say = (key: string, value: unknown) =>
    key === 'unit_id'
      ? (units.data?.find((unit) => unit.id === value)?.name ?? '')
      : key === 'cost' && value === 0
        ? ''
        : valueOf(`${list}.0.${key}`, value, t)
  return rows.map((row, at) => (
    <div key={at} className={`${styles.row} keep`}>
      <p className="second">{t.rowName[list](at + 1)}</p>
      <Facts
        items={Object.entries(t.row).map(([key, label]) => {
          const text = key in row ? say(key, row[key]) : ''
          return text
            ? [
                label,
                <span key={key} className="pre">
                  {text}
                </span>,
              ]
            : null
        })}
      />
    </div>
  ))
}
