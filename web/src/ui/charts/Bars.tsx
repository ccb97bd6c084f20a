import { useId } from 'react'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Chart, type ChartTable, type LegendItem } from './Chart'
import styles from './charts.module.css'
import { fillOf, Patterns, type Tone } from './Patterns'
import { percentOf, segments } from './scale'
import { chartTexts } from './texts'

export interface Series {
  key: string
  label: string
  tone: Tone
}

export interface StackRow {
  key: string
  label: string
  /** By the keys of the series; what is missing is none. */
  values: Record<string, number>
  /** What stands at the end of its line. */
  note: string
}

interface StackedBarsProps {
  name: string
  summary: string
  series: Series[]
  rows: StackRow[]
  table: ChartTable
  /** `common`: longer bars are more; `each`: every bar is a whole. */
  scale?: 'common' | 'each'
}

/** One bar a row, cut by series: label and figures above it, so that it fits a phone. */
export function StackedBars({ name, summary, series, rows, table, scale = 'common' }: StackedBarsProps) {
  const sum = (row: StackRow) => series.reduce((all, one) => all + (row.values[one.key] ?? 0), 0)
  const most = Math.max(1, ...rows.map(sum))
  const legend: LegendItem[] = series.filter((one) => rows.some((row) => (row.values[one.key] ?? 0) > 0))
  return (
    <Chart name={name} summary={summary} table={table} legend={legend}>
      {rows.map((row) => (
        <Row
          key={row.key}
          label={row.label}
          note={row.note}
          pieces={series.map(({ tone, key }) => ({ tone, value: row.values[key] ?? 0 }))}
          whole={scale === 'each' ? sum(row) : most}
        />
      ))}
    </Chart>
  )
}

export interface BarRow {
  key: string
  label: string
  value: number
  /** Of how many; the track behind the bar. */
  of?: number
  note: string
  tone?: Tone
}

interface BarsProps {
  name: string
  summary: string
  rows: BarRow[]
  table: ChartTable
}

/** Plain bars on a common scale, each with its track where it is a share of something. */
export function Bars({ name, summary, rows, table }: BarsProps) {
  const most = Math.max(1, ...rows.map((row) => Math.max(row.value, row.of ?? 0)))
  return (
    <Chart name={name} summary={summary} table={table}>
      {rows.map(({ key, label, value, of, note, tone = 'plain' }) => (
        <Row
          key={key}
          label={label}
          note={note}
          whole={most}
          pieces={[
            { tone, value: Math.min(value, of ?? value) },
            { tone: 'rest', value: Math.max(0, (of ?? 0) - value) },
          ]}
        />
      ))}
    </Chart>
  )
}

interface RowProps {
  label: string
  note: string
  pieces: { tone: Tone; value: number }[]
  whole: number
}

function Row({ label, note, pieces, whole }: RowProps) {
  return (
    <div className={styles.row}>
      <span className={styles.label}>{label}</span>
      <span className={styles.note}>{note}</span>
      <Track pieces={pieces} whole={whole} />
    </div>
  )
}

function Track({ pieces, whole }: Pick<RowProps, 'pieces' | 'whole'>) {
  const id = useId()
  const cut = segments(
    pieces.map(({ value }) => value),
    whole,
  )
  return (
    <svg className={styles.track} aria-hidden>
      <Patterns id={id} />
      {cut.map(({ from, width }, at) =>
        width > 0 ? (
          <rect
            key={at}
            x={`${from}%`}
            width={`${width}%`}
            y="1"
            height="14"
            fill={fillOf(pieces[at]!.tone, id)}
            className={styles.piece}
          />
        ) : null,
      )}
    </svg>
  )
}

export interface Multiple {
  key: string
  label: string
  value: number
  of: number
}

interface MultiplesProps {
  name: string
  summary: string
  items: Multiple[]
  table: ChartTable
  tone?: Tone
}

/** The same small picture once for each thing: its percentage in large, its bar, its figures. */
export function Multiples({ name, summary, items, table, tone = 'done' }: MultiplesProps) {
  const t = useTexts(chartTexts)
  return (
    <Chart name={name} summary={summary} table={table}>
      <div className={styles.multiples}>
        {items.map(({ key, label, value, of }) => (
          <div key={key} className={styles.multiple}>
            <strong>{of > 0 ? t.percent(percentOf(value, of)) : '–'}</strong>
            <span className={styles.label}>{label}</span>
            <Track
              whole={of}
              pieces={[
                { tone, value },
                { tone: 'rest', value: Math.max(0, of - value) },
              ]}
            />
            <span className={styles.note}>
              {formatNumber(value)}/{formatNumber(of)}
            </span>
          </div>
        ))}
      </div>
    </Chart>
  )
}
