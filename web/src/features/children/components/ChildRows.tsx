import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { Child, ChildView } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { usePhone } from '@/ui/DataTable'
import { uiTexts } from '@/ui/texts'
import { fieldTexts } from '../fieldTexts'
import { ageOf } from '../format'
import { childTexts } from '../texts'
import { ChildBadges } from './ChildBadges'
import { useColumns } from './columns'
import styles from './ChildRows.module.css'

interface ChildRowsProps {
  view: ChildView
  rows: Child[]
  total: number
  more: { has: boolean; loading: boolean; failed: boolean; onMore: () => void }
  /** The row to go to, once it is there. */
  goTo: number | null
  onPlace: (row: number) => void
}

/** Ten thousand children, a few dozen rows in the document; the next page is fetched before its place is reached. */
export function ChildRows({ view, rows, total, more, goTo, onPlace }: ChildRowsProps) {
  const phone = usePhone()
  const box = useRef<HTMLDivElement>(null)
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    // The filters above may grow by a line.
    const measure = () => setOffset((box.current?.getBoundingClientRect().top ?? 0) + scrollY)
    measure()
    const observer = new ResizeObserver(measure)
    if (box.current?.parentElement) observer.observe(box.current.parentElement)
    return () => observer.disconnect()
  }, [])
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => (phone ? 77 : 66),
    overscan: 8,
    // Under the header that stays, and on the desk the heads of the columns.
    scrollPaddingStart: phone ? 56 : 97,
    scrollMargin: offset,
    getItemKey: (index) => rows[index]?.id ?? index,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  const { has, loading, failed, onMore } = more
  const near = last >= rows.length - 25
  useEffect(() => {
    if (near && has && !loading && !failed) onMore()
  }, [near, has, loading, failed, onMore])
  const top = (virtual.scrollOffset ?? 0) + (phone ? 56 : 97)
  const first = scrollY > 0 ? (items.find((item) => item.end > top)?.index ?? 0) : 0
  useEffect(() => onPlace(first), [first, onPlace])
  const { scrollToIndex } = virtual
  const gone = useRef(false)
  useEffect(() => {
    if (goTo === null || gone.current) return
    gone.current = true
    setTimeout(() => scrollToIndex(goTo, { align: 'start' }), 0)
  }, [goTo, scrollToIndex])
  const before = items.length > 0 ? items[0]!.start - offset : 0
  const after = items.length > 0 ? virtual.getTotalSize() - (items.at(-1)!.end - offset) : 0
  const shown = items.map((item) => ({ child: rows[item.index]!, index: item.index }))
  return (
    <div ref={box} className={styles.box}>
      {phone ? (
        <Cards shown={shown} before={before} after={after} measure={virtual.measureElement} total={total} />
      ) : (
        <Table shown={shown} before={before} after={after} measure={virtual.measureElement} total={total} view={view} />
      )}
      <Rest more={more} />
    </div>
  )
}

interface PartProps {
  shown: { child: Child; index: number }[]
  before: number
  after: number
  total: number
  measure: (node: Element | null) => void
}

function Table({ shown, before, after, total, measure, view }: PartProps & { view: ChildView }) {
  const t = useTexts(childTexts).list
  const columns = useColumns(view)
  return (
    <table className={styles.table} aria-rowcount={total + 1}>
      <caption className="sr-only">{t.title}</caption>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((column) => (
            <th key={column.key} scope="col" style={{ width: column.width }}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {before > 0 ? <Gap height={before} span={columns.length} /> : null}
        {shown.map(({ child, index }) => (
          <tr key={child.id} ref={measure} data-index={index} aria-rowindex={index + 2}>
            {columns.map((column) => (
              <td key={column.key}>{column.cell(child)}</td>
            ))}
          </tr>
        ))}
        {after > 0 ? <Gap height={after} span={columns.length} /> : null}
      </tbody>
    </table>
  )
}

function Gap({ height, span }: { height: number; span: number }) {
  return (
    <tr aria-hidden className={styles.gap}>
      <td colSpan={span} style={{ height }}>
        {'\u00a0'}
      </td>
    </tr>
  )
}

/** Two lines a row: who, and where; the whole row is the link. */
function Cards({ shown, before, after, total, measure }: PartProps) {
  const t = useTexts(childTexts).list
  const words = useTexts(fieldTexts)
  return (
    <ul className={styles.cards} aria-label={t.title} style={{ paddingTop: before, paddingBottom: after }}>
      {shown.map(({ child, index }) => (
        <li
          key={child.id}
          ref={measure}
          data-index={index}
          className={styles.card}
          aria-posinset={index + 1}
          aria-setsize={total}
        >
          <Link to={`/tre-em/${child.id}`} className={styles.cardLink}>
            <span className={styles.cardName}>
              <strong>{child.full_name}</strong>
              <span className="second nowrap">{ageOf(child, words)}</span>
            </span>
            <span className="second">
              {[child.neighborhood?.name, child.school?.name].filter(Boolean).join(' · ') || child.code}
            </span>
            <span className={styles.badges}>
              <ChildBadges child={child} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Rest({ more }: Pick<ChildRowsProps, 'more'>) {
  const t = useTexts(childTexts).list
  const ui = useTexts(uiTexts)
  if (!more.has) return null
  return (
    <p className={`${styles.rest} no-print`} role="status">
      {more.failed ? (
        <>
          {t.moreFailed}{' '}
          <Button size="sm" variant="default" onClick={more.onMore}>
            {ui.retry}
          </Button>
        </>
      ) : (
        t.more
      )}
    </p>
  )
}
