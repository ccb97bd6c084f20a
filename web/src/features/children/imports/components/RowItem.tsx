import { useQuery } from '@tanstack/react-query'
import { IconAlertTriangle, IconArrowsDiff, IconInfoCircle } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { StatusTag, type Tone } from '@/ui/StatusTag'
import { fieldTexts } from '@/features/children/fieldTexts'
import { birthOf, defaultTake, fixPlaces, takesOf, type ImportRow, type Take } from '../preview'
import { catalogueQuery } from '@/features/children/queries'
import type { ImportSheet, RowChanges, RowState } from '../queries'
import { importTexts } from '../texts'
import { RowCompare } from './RowCompare'
import { RowFix } from './RowFix'
import styles from './rows.module.css'

interface RowItemProps {
  row: ImportRow
  neighborhood: string | null
  taken: Take | null
  onTake: (what: Take) => void
  compared: boolean
  onCompare: () => void
  sheet: ImportSheet | undefined
  busy: boolean
  onFix: (changes: RowChanges) => void
}

const looks: Record<RowState, { tone: Tone; icon: 'check' | 'pencil' | 'eye' | 'alert' | 'ban' }> = {
  new: { tone: 'green', icon: 'check' },
  changed: { tone: 'blue', icon: 'pencil' },
  duplicate: { tone: 'orange', icon: 'eye' },
  wrong: { tone: 'red', icon: 'alert' },
  left_out: { tone: 'plain', icon: 'ban' },
}

/** The cells of one row of the file. */
export function RowItem(props: RowItemProps) {
  const { row, neighborhood, taken, onTake, compared, onCompare, sheet, busy, onFix } = props
  const t = useTexts(importTexts).rows
  const birth = birthOf(row)
  const name = row.child.full_name
  const places = row.state === 'wrong' ? fixPlaces(row, sheet) : []
  return (
    <>
      <div role="cell" className="second">
        {row.sheet}, <span className="nowrap">{t.row(row.row)}</span>
      </div>
      <div role="cell">
        <strong className={name ? undefined : 'muted'}>{name || t.noName}</strong>
        <div className={birth ? 'second num' : 'second'}>
          {birth === null ? t.noBirth : 'date' in birth ? birth.date : t.born(birth.year)}
        </div>
      </div>
      <div role="cell" className="second">
        {neighborhood ?? (row.child.neighborhood_id ? '' : t.noNeighborhood)}
      </div>
      <div role="cell">
        <StatusTag {...looks[row.state]}>{t.states[row.state]}</StatusTag>
      </div>
      <div role="cell" className="stack-2">
        <Remarks row={row} />
        {places.length > 0 ? <RowFix row={row} places={places} busy={busy} onFix={onFix} /> : null}
        <Groups codes={row.groups} />
        <LeaveOut row={row} busy={busy} onFix={onFix} />
        <Known row={row} taken={taken} onTake={onTake} compared={compared} onCompare={onCompare} />
      </div>
    </>
  )
}

function Remarks({ row }: { row: ImportRow }) {
  const t = useTexts(importTexts).rows
  if (row.errors.length === 0) return null
  // What must be mended stands first.
  const errors = [...row.errors].sort((a, b) => Number(a.is_warning) - Number(b.is_warning))
  return (
    <ul className={styles.remarks}>
      {errors.map((error) => (
        <li key={`${error.column ?? ''}${error.code}${error.message}`} data-warning={error.is_warning || undefined}>
          {error.is_warning ? (
            <IconInfoCircle size={18} role="img" aria-label={t.warning} />
          ) : (
            <IconAlertTriangle size={18} role="img" aria-label={t.error} />
          )}
          <span>
            {error.column ? <strong>{t.at(error.column)}</strong> : null}
            {error.message}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Duplicates and changes have choices of their own. */
function LeaveOut({ row, busy, onFix }: Pick<RowItemProps, 'row' | 'busy' | 'onFix'>) {
  const t = useTexts(importTexts).rows
  if (row.state === 'duplicate' || row.state === 'changed') return null
  const isOut = row.state === 'left_out'
  return (
    <div className="row">
      {isOut ? <span className="second">{t.isLeftOut}</span> : null}
      <Button size="sm" variant="subtle" disabled={busy} onClick={() => onFix({ left_out: !isOut })}>
        {isOut ? t.takeBack : t.leaveOut}
      </Button>
    </div>
  )
}

function Groups({ codes }: { codes: string[] }) {
  const t = useTexts(importTexts).rows
  const catalogue = useQuery(catalogueQuery)
  if (codes.length === 0) return null
  const label = (code: string) => catalogue.data?.find((one) => one.code === code)?.label ?? code
  return (
    <p className="second">
      {t.groups}
      {codes.map(label).join('; ')}
    </p>
  )
}

/** The same child elsewhere in the file or in the list, and what is to be done about it. */
function Known({
  row,
  taken,
  onTake,
  compared,
  onCompare,
}: Pick<RowItemProps, 'row' | 'taken' | 'onTake' | 'compared' | 'onCompare'>) {
  const t = useTexts(importTexts).rows
  const members = useTexts(fieldTexts).field as Record<string, string>
  const takes = takesOf(row)
  if (takes.length === 0) return null
  const changes = row.changes
    .filter((one) => one !== 'birth_year_only')
    .map((one) => (members[one] ?? one).toLowerCase())
  const why =
    row.same_as_row !== null && row.same_as_row !== undefined
      ? t.sameRow(row.same_as_row)
      : row.state === 'changed'
        ? t.willChange(changes.join(', '))
        : row.likeness === 'possible'
          ? t.possible
          : t.known
  return (
    <>
      <p>{why}</p>
      <Choice row={row} takes={takes} taken={taken ?? defaultTake(row.state)} onTake={onTake} />
      {row.matched_child_id ? (
        <div className="row">
          <Button
            size="sm"
            variant="default"
            leftSection={<IconArrowsDiff size={18} aria-hidden />}
            aria-expanded={compared}
            onClick={onCompare}
          >
            {compared ? t.hideCompare : t.compare}
          </Button>
          <Link to={`/tre-em/${row.matched_child_id}`} target="_blank" rel="noopener" className={styles.aside}>
            {t.openChild} <span className="sr-only">{t.newTab}</span>
          </Link>
        </div>
      ) : null}
      {compared && row.matched_child_id ? <RowCompare row={row} id={row.matched_child_id} /> : null}
    </>
  )
}

function Choice({
  row,
  takes,
  taken,
  onTake,
}: {
  row: ImportRow
  takes: Take[]
  taken: Take
  onTake: (what: Take) => void
}) {
  const t = useTexts(importTexts).rows
  return (
    <fieldset className={styles.choice}>
      <legend className="sr-only">{t.choice(row.child.full_name || t.row(row.row))}</legend>
      {takes.map((take) => (
        <label key={take} data-taken={taken === take || undefined}>
          <input type="radio" name={`${row.sheet}/${row.row}`} checked={taken === take} onChange={() => onTake(take)} />
          {t.take[take]}
        </label>
      ))}
    </fieldset>
  )
}
