import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { SearchField } from '@/ui/SearchField'
import { SegmentedControl } from '@/ui/Segmented'
import { counted, FILTERS, found, nextKind, trembles, type Filter, type Kind, type Line } from '../checkin'
import { checkinTexts } from '../checkinTexts'
import styles from './checkin.module.css'
import { CheckinRow } from './CheckinRow'
import { Counter } from './Counter'

interface ListProps {
  lines: Line[]
  open: boolean
  /** Where taps are kept: not the same for everybody. */
  hint: string
  onMark: (child_id: string, kind: Kind) => void
  onMore: (child_id: string) => void
}

/** Counters, filter and rows: the same for those with an account and for a helper without one. */
export function CheckinList({ lines, open, hint, onMark, onMore }: ListProps) {
  const t = useTexts(checkinTexts)
  const [params, setParams] = useSearchParams()
  const [q, setQ] = useState('')
  const asked = params.get('loc')
  const filter: Filter = FILTERS.find((one) => one === asked) ?? 'all'
  const show = (next: string) => setParams(next === 'all' ? {} : { loc: next }, { replace: true })
  const shown = found(lines, filter, q)
  const tap = (line: Line) => {
    if (!trembles(line.child_id)) onMark(line.child_id, nextKind(line))
  }
  return (
    <>
      <Counter counts={counted(lines)} />
      <div className={styles.filters}>
        <SegmentedControl
          aria-label={t.filter}
          value={filter}
          onChange={show}
          data={FILTERS.map((value) => ({ value, label: t.filters[value] }))}
          fullWidth
        />
      </div>
      <SearchField label={t.search} value={q} onSearch={setQ} delay={120} />
      <Card flush>
        {lines.length === 0 ? (
          <EmptyState title={t.empty}>{t.emptyBody}</EmptyState>
        ) : shown.length === 0 ? (
          <EmptyState
            title={t.noMatch}
            action={
              <Button
                variant="light"
                onClick={() => {
                  setQ('')
                  show('all')
                }}
              >
                {t.clear}
              </Button>
            }
          />
        ) : (
          <ul className={styles.list} aria-label={t.list}>
            {shown.map((line) => (
              <CheckinRow
                key={line.child_id}
                line={line}
                open={open}
                onTap={() => tap(line)}
                onMore={() => onMore(line.child_id)}
              />
            ))}
          </ul>
        )}
      </Card>
      {open ? <p className="second">{hint}</p> : null}
    </>
  )
}
