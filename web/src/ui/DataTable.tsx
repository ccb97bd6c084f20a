import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useTexts } from '@/lib/i18n'
import { Button } from './Button'
import styles from './DataTable.module.css'
import { Checkbox } from './inputs'
import { uiTexts } from './texts'

export interface Column<T> {
  key: string
  header: string
  cell: (row: T) => ReactNode
  /** The server's sort key; a header without one does not sort. */
  sort?: string
  align?: 'end'
  width?: string
}

interface DataTableProps<T> {
  caption: string
  columns: Column<T>[]
  rows: T[]
  rowKey: (row: T) => string
  /** One row on the phone. */
  card: (row: T) => ReactNode
  sort?: string
  onSort?: (sort: string) => void
  selection?: { chosen: Set<string>; onChange: (next: Set<string>) => void; label: (row: T) => string }
  more?: { total: number; loading: boolean; onMore: () => void } | null
}

/** Paper is narrower than the phone's limit and gets the table all the same. */
export function usePhone(): boolean {
  return useMediaQuery('screen and (max-width: 767px)', false, { getInitialValueInEffect: false }) ?? false
}

/** A real table on the desk and on paper, a list of rows of at least 56 px on the phone. */
export function DataTable<T>(props: DataTableProps<T>) {
  const t = useTexts(uiTexts)
  const phone = usePhone()
  const { rows, rowKey, more } = props
  return (
    <>
      {phone ? (
        <ul className={`${styles.list} no-print`} aria-label={props.caption}>
          {rows.map((row) => (
            <li key={rowKey(row)} className={styles.item}>
              {props.card(row)}
            </li>
          ))}
        </ul>
      ) : (
        <Table {...props} />
      )}
      {more && rows.length < more.total ? (
        <div className={`${styles.more} no-print`}>
          <Button variant="default" loading={more.loading} onClick={more.onMore}>
            {t.loadMore(rows.length, more.total)}
          </Button>
        </div>
      ) : null}
    </>
  )
}

function Table<T>({ caption, columns, rows, rowKey, sort, onSort, selection }: DataTableProps<T>) {
  const t = useTexts(uiTexts)
  const toggle = (key: string) => {
    if (!selection) return
    const next = new Set(selection.chosen)
    if (!next.delete(key)) next.add(key)
    selection.onChange(next)
  }
  const all = selection !== undefined && rows.length > 0 && rows.every((row) => selection.chosen.has(rowKey(row)))
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {selection ? (
              <th className={`${styles.check} no-print`}>
                <Checkbox
                  aria-label={t.selectAll}
                  checked={all}
                  indeterminate={!all && selection.chosen.size > 0}
                  onChange={() => selection.onChange(all ? new Set() : new Set(rows.map(rowKey)))}
                />
              </th>
            ) : null}
            {columns.map((column) => {
              const current =
                column.sort && sort
                  ? sort === column.sort
                    ? 'ascending'
                    : sort === `-${column.sort}`
                      ? 'descending'
                      : undefined
                  : undefined
              return (
                <th
                  key={column.key}
                  scope="col"
                  aria-sort={current}
                  style={{ width: column.width, textAlign: column.align }}
                >
                  {column.sort && onSort ? (
                    <>
                      <button
                        type="button"
                        className={`${styles.sort} no-print`}
                        onClick={() => onSort(current === 'ascending' ? `-${column.sort}` : column.sort!)}
                      >
                        {column.header}
                        <span aria-hidden>{current === 'ascending' ? ' ↑' : current === 'descending' ? ' ↓' : ''}</span>
                      </button>
                      {/* A button in the head is not repeated on the second page. */}
                      <span className="only-print" aria-hidden>
                        {column.header}
                      </span>
                    </>
                  ) : (
                    column.header || <span className="sr-only">{t.actions}</span>
                  )}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = rowKey(row)
            return (
              <tr key={key} data-chosen={selection?.chosen.has(key) || undefined}>
                {selection ? (
                  <td className={`${styles.check} no-print`}>
                    <Checkbox
                      aria-label={`${t.select}: ${selection.label(row)}`}
                      checked={selection.chosen.has(key)}
                      onChange={() => toggle(key)}
                    />
                  </td>
                ) : null}
                {columns.map((column) => (
                  <td key={column.key} style={{ textAlign: column.align }}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
