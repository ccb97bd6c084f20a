import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState } from '@/ui/ErrorState'
import { Select } from '@/ui/Select'
import { ListSkeleton } from '@/ui/Skeletons'
import { decide, rowOf, totalOf, undecide, type Decisions, type Filter, type ImportRow, type Take } from '../preview'
import { remarkedQuery, rowsQuery, type ChildImport } from '../queries'
import { importTexts } from '../texts'
import { useRowFix } from '../useRowFix'
import { Rejected } from './Rejected'
import { RowList } from './RowList'
import { StepHead } from './Steps'
import styles from './imports.module.css'
import rowStyles from './rows.module.css'

interface RowsStepProps {
  one: ChildImport
  decisions: Decisions
  onDecide: (next: (old: Decisions) => Decisions) => void
  onNext: () => void
}

const FILTERS: Filter[] = ['all', 'new', 'changed', 'duplicate', 'wrong', 'warning', 'left_out']

/** Fetched when it is reached: with the virtual list it is half of the wizard. */
export default function RowsStep({ one, decisions, onDecide, onNext }: RowsStepProps) {
  const texts = useTexts(importTexts)
  const t = texts.rows
  const [filter, setFilter] = useState<Filter>('all')
  const [sheet, setSheet] = useState<string | null>(null)
  const rows = useInfiniteQuery(rowsQuery(one.id, filter, sheet))
  const remarked = useQuery(remarkedQuery(one.id))
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items.map(rowOf)) ?? [], [rows.data])
  const sheets = one.sheets.filter((each) => each.rows > 0)
  const counts: Record<Filter, number | null> = {
    all: totalOf(one.counts),
    ...one.counts,
    left_out: one.counts.left_out ?? 0,
    // A row with an error is no warning, however many it has.
    warning: remarked.data === undefined ? null : remarked.data - one.counts.wrong,
  }
  const total = sheet === null ? counts[filter] : null
  const take = (row: ImportRow, what: Take) => onDecide((old) => decide(old, row, what))
  const { fix, busy } = useRowFix(one, (changed) => onDecide((old) => undecide(old, changed)))
  // Nobody looks for a state that no row has; the six that lists have are always there.
  const filters = FILTERS.filter((name) => name !== 'left_out' || counts.left_out !== 0 || filter === name)
  return (
    <>
      <StepHead title={texts.step.dong}>{t.intro}</StepHead>
      <div className={styles.filters}>
        <div role="group" aria-label={t.filter} className={styles.chips}>
          {filters.map((name) => (
            <button
              key={name}
              type="button"
              className={styles.chip}
              data-filter={name}
              aria-pressed={filter === name}
              onClick={() => setFilter(name)}
            >
              {t.states[name]} <span className="num">{counts[name] === null ? '…' : formatNumber(counts[name])}</span>
            </button>
          ))}
        </div>
        {sheets.length > 1 ? (
          <Select
            aria-label={t.sheet}
            placeholder={t.allSheets}
            clearable
            searchable={sheets.length > 8}
            data={sheets.map(({ name, rows: n }) => ({ value: name, label: `${name} (${formatNumber(n)})` }))}
            value={sheet}
            onChange={setSheet}
            className={styles.sheetSelect}
          />
        ) : null}
      </div>
      {one.rejected_url && (filter === 'wrong' || filter === 'all') ? <Rejected one={one} /> : null}
      <div className={rowStyles.frame}>
        {rows.isError && items.length === 0 ? (
          <ErrorState error={rows.error} onRetry={() => void rows.refetch()} />
        ) : rows.data === undefined ? (
          <ListSkeleton />
        ) : items.length === 0 && !rows.hasNextPage ? (
          <EmptyState
            title={t.empty}
            action={
              filter !== 'all' || sheet ? (
                <Button
                  variant="light"
                  onClick={() => {
                    setFilter('all')
                    setSheet(null)
                  }}
                >
                  {t.showAll}
                </Button>
              ) : undefined
            }
          />
        ) : (
          <RowList
            key={`${filter}${sheet ?? ''}`}
            rows={items}
            total={total ?? rows.data.pages[0]?.total ?? items.length}
            hasMore={rows.hasNextPage}
            loading={rows.isFetchingNextPage}
            onMore={() => void rows.fetchNextPage()}
            decisions={decisions}
            onTake={take}
            sheets={one.sheets}
            busy={busy}
            onFix={fix}
          />
        )}
      </div>
      <div className={styles.foot}>
        <span className="muted" role="status">
          {t.shown(total ?? rows.data?.pages[0]?.total ?? 0)}
        </span>
        <Button onClick={onNext}>{texts.next}</Button>
      </div>
    </>
  )
}
