import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ConcernLine, FoundCase } from '@/api/types'
import { formatDate, formatWhen } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { QueryView } from '@/ui/QueryView'
import { SearchField } from '@/ui/SearchField'
import { ListSkeleton } from '@/ui/Skeletons'
import { caseSearchQuery, concernSearchQuery } from '../queries'
import { screenTexts } from '../screenTexts'
import { concernTexts } from '../texts'
import styles from './concerns.module.css'

/** A case by name or code; its line shows a sign of the child, not the name. */
export function CasePicker({ onPick }: { onPick: (one: FoundCase) => void }) {
  const t = useTexts(screenTexts)
  const [q, setQ] = useState('')
  const query = useQuery(caseSearchQuery(q))
  return (
    <div className="stack-2">
      <SearchField label={t.caseLabel} value={q} onSearch={setQ} />
      {q.length < 2 ? (
        <p className="second">{t.caseType}</p>
      ) : (
        <QueryView query={query} skeleton={<ListSkeleton rows={3} />}>
          {(rows) =>
            rows.length === 0 ? (
              <p className="second" role="status">
                {t.caseNone}
              </p>
            ) : (
              <Found rows={rows} line={(row) => <CaseLine row={row} />} onPick={onPick} />
            )
          }
        </QueryView>
      )}
    </div>
  )
}

export function CaseLine({ row }: { row: FoundCase }) {
  const t = useTexts(screenTexts)
  return (
    <span>
      <strong>{row.code}</strong> · {row.child_sign}
      <br />
      <span className="second">
        {[t.caseOpened(formatDate(row.opened_at)), row.status === 'closed' ? t.caseClosed : null]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
  )
}

/** Another concern than this one. */
export function ConcernPicker({ not, onPick }: { not: string; onPick: (one: ConcernLine) => void }) {
  const t = useTexts(screenTexts)
  const [q, setQ] = useState('')
  const query = useQuery(concernSearchQuery(q))
  return (
    <div className="stack-2">
      <SearchField label={t.otherLabel} value={q} onSearch={setQ} />
      {q.length < 2 ? (
        <p className="second">{t.caseType}</p>
      ) : (
        <QueryView query={query} skeleton={<ListSkeleton rows={3} />}>
          {({ items }) => {
            const rows = items.filter((row) => row.id !== not).slice(0, 20)
            return rows.length === 0 ? (
              <p className="second" role="status">
                {t.otherNone}
              </p>
            ) : (
              <Found rows={rows} line={(row) => <ConcernLineText row={row} />} onPick={onPick} />
            )
          }}
        </QueryView>
      )}
    </div>
  )
}

export function ConcernLineText({ row }: { row: ConcernLine }) {
  const t = useTexts(concernTexts)
  return (
    <span>
      <strong>{row.code}</strong> · <span className="num">{formatWhen(row.received_at)}</span>
      <br />
      <span className="second">
        {[t.via[row.received_via], row.neighborhood?.name, t.status[row.status]].filter(Boolean).join(' · ')}
      </span>
    </span>
  )
}

interface FoundProps<T> {
  rows: T[]
  line: (row: T) => ReactNode
  onPick: (row: T) => void
}

/** What was found, each with its button. */
function Found<T extends { id: string; code: string }>({ rows, line, onPick }: FoundProps<T>) {
  const t = useTexts(screenTexts)
  return (
    <ul className={styles.found}>
      {rows.map((row) => (
        <li key={row.id}>
          {line(row)}
          <Button size="sm" variant="light" aria-label={`${t.choose} ${row.code}`} onClick={() => onPick(row)}>
            {t.choose}
          </Button>
        </li>
      ))}
    </ul>
  )
}
