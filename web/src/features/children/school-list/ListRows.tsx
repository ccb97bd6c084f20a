import { useState } from 'react'
import type { HandoverListPreview, HandoverListRow } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { addAll, decide, keyOf, type ListState, type Take, type Takes } from './schoolList'
import { schoolListTexts } from './texts'
import styles from './list.module.css'

/** What somebody must decide stands first. */
const ORDER: ListState[] = ['unknown', 'unsure', 'wrong', 'misfit', 'twice', 'found', 'listed']
const FIRST = 30

interface ListRowsProps {
  preview: HandoverListPreview
  takes: Takes
  onTake: (next: Takes) => void
}

export function ListRows({ preview, takes, onTake }: ListRowsProps) {
  const sections = ORDER.map((state) => ({ state, rows: preview.rows.filter((row) => row.state === state) }))
  return sections.map(({ state, rows }) =>
    rows.length > 0 ? <Section key={state} state={state} rows={rows} takes={takes} onTake={onTake} /> : null,
  )
}

interface SectionProps {
  state: ListState
  rows: HandoverListRow[]
  takes: Takes
  onTake: (next: Takes) => void
}

function Section({ state, rows, takes, onTake }: SectionProps) {
  const t = useTexts(schoolListTexts)
  const quiet = state === 'found' || state === 'listed'
  const [shown, setShown] = useState(quiet ? 0 : FIRST)
  const open = rows.slice(0, shown)
  const left = rows.length - open.length
  return (
    <Card
      flush
      title={t.section[state](rows.length)}
      aside={
        state === 'unknown' && rows.length > 1 ? (
          <Button size="sm" variant="light" onClick={() => onTake(addAll(takes, rows))}>
            {t.addAll(rows.length)}
          </Button>
        ) : undefined
      }
    >
      <p className={`${styles.bar} second`}>{t.why[state]}</p>
      {open.length > 0 ? (
        <ul className={styles.list}>
          {open.map((row) => (
            <Row
              key={keyOf(row)}
              row={row}
              take={takes[keyOf(row)] ?? null}
              onTake={(take) => onTake(decide(takes, row, take))}
            />
          ))}
        </ul>
      ) : null}
      {left > 0 ? (
        <div className={styles.bar}>
          <Button size="sm" variant="default" onClick={() => setShown(shown + 10 * FIRST)}>
            {t.more(left)}
          </Button>
        </div>
      ) : null}
    </Card>
  )
}

const born = (one: { date_of_birth: string; birth_year_only: boolean }) =>
  one.birth_year_only ? one.date_of_birth.slice(0, 4) : formatDate(one.date_of_birth)

function Row({ row, take, onTake }: { row: HandoverListRow; take: Take | null; onTake: (take: Take | null) => void }) {
  const t = useTexts(schoolListTexts)
  const unread = row.errors.some((error) => !error.is_warning && error.code.startsWith('birth_'))
  const facts = [unread ? null : born(row), row.grade, row.neighborhood?.name, row.guardian]
  const odd = row.errors.filter((error) => row.state === 'wrong' || row.state === 'unknown' || !error.is_warning)
  return (
    <li className={styles.row}>
      <div>
        <strong>{row.full_name || t.noName}</strong> <span className="second">{facts.filter(Boolean).join(' · ')}</span>
        <p className="small muted">
          {t.row(row.row, row.sheet)}
          {row.same_as_row ? ` · ${t.sameRow(row.same_as_row)}` : ''}
        </p>
      </div>
      {odd.map((error) => (
        <p key={`${error.code}${error.message}`} className={error.is_warning ? 'second' : 'today'}>
          {error.message}
        </p>
      ))}
      {row.state === 'unknown' && !row.neighborhood ? <p className="today small">{t.noPlace}</p> : null}
      {row.state === 'unknown' || row.state === 'unsure' ? <Choice row={row} take={take} onTake={onTake} /> : null}
    </li>
  )
}

function Choice({
  row,
  take,
  onTake,
}: {
  row: HandoverListRow
  take: Take | null
  onTake: (take: Take | null) => void
}) {
  const t = useTexts(schoolListTexts)
  const who = (one: HandoverListRow['alike'][number]) =>
    [one.full_name, born(one), one.grade, one.neighborhood?.name, one.guardian].filter(Boolean).join(', ')
  const ways: { key: string; label: string; take: Take | null }[] = [
    ...row.alike.map((one) => ({
      key: one.child_id,
      label: t.same(who(one)),
      take: { take: 'same' as const, child_id: one.child_id },
    })),
    { key: 'add', label: row.state === 'unsure' ? t.addOther : t.add, take: { take: 'add' } },
    { key: 'leave', label: t.leave, take: null },
  ]
  const chosen = take === null ? 'leave' : take.take === 'same' ? take.child_id : 'add'
  return (
    <fieldset className={styles.ways}>
      <legend className="sr-only">{t.choice(row.full_name)}</legend>
      {ways.map((way) => (
        <label key={way.key} data-taken={chosen === way.key || undefined}>
          <input type="radio" name={keyOf(row)} checked={chosen === way.key} onChange={() => onTake(way.take)} />
          {way.label}
        </label>
      ))}
    </fieldset>
  )
}
