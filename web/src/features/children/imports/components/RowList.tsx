import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTexts } from '@/lib/i18n'
import { keyOf, type Decisions, type ImportRow, type Take } from '../preview'
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
}

/** Fifty thousand rows, some twenty in the page; the next page of the server is fetched before its rows are reached. */
export function RowList({ rows, total, hasMore, loading, onMore, decisions, onTake }: RowListProps) {
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
