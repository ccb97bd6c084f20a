import { IconTable } from '@tabler/icons-react'
import { useId, useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import styles from './charts.module.css'
import { fillOf, Patterns, type Tone } from './Patterns'
import { chartTexts } from './texts'

/** A number of the table; with `to`, the way to the rows behind it. Texts are shown as they are. */
export type Cell = number | string | null | { value: number | string; to: string }

export interface ChartTable {
  /** What the first column names. */
  head: string
  columns: string[]
  rows: { key: string; head: string; to?: string; cells: Cell[] }[]
}

export interface LegendItem {
  key: string
  label: string
  tone: Tone
}

interface ChartProps {
  /** What it is of; the caption of the table. */
  name: string
  /** What a reader who cannot see the drawing must know: one or two sentences with the figures that matter. */
  summary: string
  table: ChartTable
  legend?: LegendItem[]
  /** The drawing: nothing in it takes the focus, since its reader hears the summary and the table instead. */
  children: ReactNode
}

/**
 * The frame of every chart: a drawing with its summary, and the same figures as a table. The table is always there for
 * screen readers and on paper; whoever sees the drawing opens it with a button.
 */
export function Chart({ name, summary, table, legend, children }: ChartProps) {
  const t = useTexts(chartTexts)
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <figure className={styles.chart}>
      {legend ? <Legend items={legend} /> : null}
      <div role="img" aria-label={summary} className={styles.drawing}>
        {children}
      </div>
      <button
        type="button"
        className={`${styles.toggle} no-print`}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <IconTable size={18} aria-hidden />
        {open ? t.hide : t.show}
        <span className="sr-only"> {t.of(name)}</span>
      </button>
      <div id={id} className={open ? styles.open : styles.closed}>
        <FigureTable caption={name} table={table} linked={open} />
      </div>
    </figure>
  )
}

/** Unlinked while it cannot be seen: the focus must not vanish into what is hidden. */
function FigureTable({ caption, table, linked }: { caption: string; table: ChartTable; linked: boolean }) {
  const link = (to: string | undefined, text: string) => (to && linked ? <Link to={to}>{text}</Link> : text)
  const cell = (value: Cell) => {
    if (value === null) return '–'
    if (typeof value === 'object') return link(value.to, show(value.value))
    return show(value)
  }
  return (
    <table className={styles.table}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{table.head}</th>
          {table.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{link(row.to, row.head)}</th>
            {row.cells.map((value, at) => (
              <td key={table.columns[at]}>{cell(value)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const show = (value: number | string) => (typeof value === 'number' ? formatNumber(value) : value)

function Legend({ items }: { items: LegendItem[] }) {
  const id = useId()
  return (
    <ul className={styles.legend} aria-hidden>
      {items.map(({ key, label, tone }) => (
        <li key={key}>
          <svg width="18" height="14" className={styles.swatch}>
            <Patterns id={`${id}${key}`} />
            <rect x="0.5" y="0.5" width="17" height="13" rx="3" fill={fillOf(tone, `${id}${key}`)} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}
