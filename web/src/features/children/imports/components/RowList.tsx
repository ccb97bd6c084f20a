import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTexts } from '@/lib/i18n'
import { toast } from '@/ui/toast'
import { keyOf, type Decisions, type ImportRow, type Take } from '../preview'
import type { ImportSheet, RowChanges, ServerRow } from '../queries'
import { importTexts } from '../texts'
import { useUnitName } from '../useUnitName'
import { RowItem } from './RowItem'
import styles from './rows.module.css'

interface RowListProps {
  rows: ImportRow[]
  total: number
  hasMore: boolean
  loading: boolean
  onMore: () => void
  decisions: Decisions
  onTake: (row: ImportRow, what: Take) => void
  sheets: ImportSheet[]
  /** Places of the rows whose change is on its way. */
  busy: Set<number>
  onFix: (row: ImportRow, changes: RowChanges) => Promise<ServerRow | null>
}

/** The first field to mend in a row, once it is drawn: a row beyond the screen is drawn some frames after the scroll. */
function enterFix(list: HTMLElement | null, index: number, frames = 20): void {
  const row = list?.querySelector(`[data-index="${index}"]`)
  const field = row?.querySelector<HTMLInputElement>('input[data-fix], [data-fix] input')
  if (field) {
    field.focus()
    field.select()
  } else if (frames > 0) {
    requestAnimationFrame(() => enterFix(list, index, frames - 1))
  }
}

/** Fifty thousand rows, some twenty in the page; the next page of the server is fetched before its rows are reached. */
export function RowList(props: RowListProps) {
  const { rows, total, hasMore, loading, onMore, decisions, onTake, sheets, busy, onFix } = props
  const t = useTexts(importTexts).rows
  const unitName = useUnitName()
  const list = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  // Open comparisons outlive the scrolling away of their row.
  const [compared, setCompared] = useState<Set<string>>(new Set())
  // The same function while the rows are the same: a new one makes the list forget where each row begins.
  const getItemKey = useCallback((index: number) => keyOf(rows[index]!), [rows])
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 84,
    overscan: 6,
    scrollMargin: top,
    getItemKey,
  })
  // What stands above may change its height: the place of the list is measured whenever the page does.
  useLayoutEffect(() => {
    const measure = () => setTop(Math.round((list.current?.getBoundingClientRect().top ?? 0) + scrollY))
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(document.body)
    return () => watch.disconnect()
  }, [])
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? -1
  useEffect(() => {
    if (hasMore && !loading && last >= rows.length - 30) onMore()
  }, [hasMore, loading, last, rows.length, onMore])
  const toggle = (key: string) =>
    setCompared((old) => {
      const next = new Set(old)
      if (!next.delete(key)) next.add(key)
      return next
    })
  /** After a correction: the next wrong cell of this row, else of the rows below. */
  const fix = async (index: number, changes: RowChanges) => {
    const done = await onFix(rows[index]!, changes)
    if (!done || changes.left_out !== undefined) return
    if (done.state === 'wrong') {
      toast.info(t.stillWrong)
      return enterFix(list.current, index)
    }
    const next = rows.findIndex((one, at) => at > index && one.state === 'wrong')
    if (next < 0) return toast.ok(`${t.saved(done.row)} ${t.lastFixed}`)
    virtual.scrollToIndex(next, { align: 'auto' })
    enterFix(list.current, next)
  }
  return (
    <div role="table" aria-label={t.table} aria-rowcount={total + 1}>
      <div role="rowgroup" className={styles.rowHead}>
        <div role="row" aria-rowindex={1} className={styles.line}>
          {[t.place, t.child, t.neighborhood, t.state, t.what].map((name) => (
            <span key={name} role="columnheader">
              {name}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" ref={list} style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const row = rows[item.index]!
          const key = keyOf(row)
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              role="row"
              data-index={item.index}
              data-state={row.state}
              aria-rowindex={item.index + 2}
              className={`${styles.line} ${styles.rowLine}`}
              style={{ transform: `translateY(${item.start - virtual.options.scrollMargin}px)` }}
            >
              <RowItem
                row={row}
                neighborhood={unitName(row.child.neighborhood_id)}
                taken={decisions[key]?.take ?? null}
                onTake={(what) => onTake(row, what)}
                sheet={sheets.find((one) => one.name === row.sheet)}
                busy={busy.has(row.position)}
                onFix={(changes) => void fix(item.index, changes)}
                compared={compared.has(key)}
                onCompare={() => toggle(key)}
              />
            </div>
          )
        })}
      </div>
      {loading ? (
        <p className={styles.loading} role="status">
          {t.loading}
        </p>
      ) : null}
    </div>
  )
}
