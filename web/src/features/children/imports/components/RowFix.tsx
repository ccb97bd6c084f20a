import { useState, type FormEvent } from 'react'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { TextInput } from '@/ui/inputs'
import { Select } from '@/ui/Select'
import { usePlaces } from '@/features/children/usePlaces'
import type { FixPlace, ImportRow } from '../preview'
import type { Column, RowChanges } from '../queries'
import { importTexts } from '../texts'
import styles from './rows.module.css'

interface RowFixProps {
  row: ImportRow
  places: FixPlace[]
  busy: boolean
  onFix: (changes: RowChanges) => void
}

/** The wrong cells of a row, to be typed anew; Enter saves. */
export function RowFix({ row, places, busy, onFix }: RowFixProps) {
  const t = useTexts(importTexts).rows
  const [typed, setTyped] = useState<Record<string, string>>({})
  const neighborhoods = usePlaces('neighborhood')
  const columns = places.flatMap((place) => (place === 'neighborhood' ? [] : [place.column]))
  const now = ({ index }: Column) => typed[index] ?? row.cells[index] ?? ''
  const names = neighborhoods.map(({ label }) => label)
  const save = (event: FormEvent) => {
    event.preventDefault()
    onFix({ cells: Object.fromEntries(columns.map((column) => [column.index, now(column)])) })
  }
  return (
    <form className={styles.fix} onSubmit={save} autoComplete="off">
      {columns.map((column) =>
        column.field === 'neighborhood' && names.length > 0 ? (
          <Select
            key={column.index}
            label={t.fix(column.letter, column.header)}
            placeholder={now(column) || t.chooseNeighborhood}
            data={names}
            value={null}
            searchable
            readOnly={busy}
            data-fix
            onChange={(name) => name && onFix({ cells: { [column.index]: name } })}
          />
        ) : (
          <TextInput
            key={column.index}
            label={t.fix(column.letter, column.header)}
            value={now(column)}
            maxLength={2000}
            readOnly={busy}
            data-fix
            enterKeyHint="next"
            autoComplete="off"
            spellCheck={false}
            onChange={({ currentTarget }) => setTyped({ ...typed, [column.index]: currentTarget.value })}
          />
        ),
      )}
      {places.includes('neighborhood') ? (
        <Select
          label={t.fixNeighborhood}
          placeholder={t.chooseNeighborhood}
          data={names}
          value={null}
          searchable
          readOnly={busy}
          data-fix
          onChange={(name) => name && onFix({ neighborhood: name })}
        />
      ) : null}
      {columns.some((column) => column.field !== 'neighborhood' || names.length === 0) ? (
        <Button type="submit" variant="light" loading={busy}>
          {t.save}
        </Button>
      ) : null}
    </form>
  )
}
