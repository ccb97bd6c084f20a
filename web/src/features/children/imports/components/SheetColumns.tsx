import { useTexts } from '@/lib/i18n'
import { Card } from '@/ui/Card'
import { DataTable, type Column as TableColumn } from '@/ui/DataTable'
import { Notice } from '@/ui/Notice'
import { Select } from '@/ui/Select'
import { StatusTag, type Tone } from '@/ui/StatusTag'
import { withField, type FieldSection } from '../fields'
import { alsoIn, fieldOf, missingIn, samplesOf, surenessOf } from '../preview'
import type { Corrections, SheetKind, Sureness } from '../preview'
import type { Column, Field, ImportSheet } from '../queries'
import { importTexts } from '../texts'
import styles from './imports.module.css'

interface SheetColumnsProps {
  kind: SheetKind
  corrections: Corrections
  choices: FieldSection[]
  ownPlace: boolean
  onChange: (column: Column, field: Field) => void
}

/** Sheets with the same headings, and what each of their columns holds. */
export function SheetColumns(props: SheetColumnsProps) {
  const t = useTexts(importTexts).columns
  const { kind, corrections } = props
  const names = kind.sheets.map((sheet) => sheet.name).join(', ')
  const title = t.sheets(names, kind.sheets.length)
  const doubtful = kind.columns.filter((one) => {
    const how = surenessOf(one, corrections[kind.key]?.[one.index] !== undefined)
    return how === 'look' || how === 'none'
  })
  const missing = missingIn(kind, corrections, props.ownPlace)
  const columns: TableColumn<Column>[] = [
    { key: 'letter', header: t.column, width: '64px', cell: (one) => <strong>{one.letter}</strong> },
    { key: 'heading', header: t.heading, width: '22%', cell: (one) => one.header || t.noHeading },
    { key: 'samples', header: t.samples, cell: (one) => <Samples kind={kind} column={one} /> },
    { key: 'meaning', header: t.meaning, width: '300px', cell: (one) => <Meaning {...props} column={one} /> },
    { key: 'sure', header: t.sure, width: '150px', cell: (one) => <Sure {...props} column={one} /> },
  ]
  return (
    <Card flush title={title}>
      <div className={styles.sheetMeta}>
        {kind.sheets.map((sheet) => (
          <SheetLine key={sheet.name} sheet={sheet} named={kind.sheets.length > 1} />
        ))}
        {doubtful.length > 0 ? (
          <p className={styles.doubtful}>{t.lookAt(doubtful.map((one) => one.letter).join(', '), doubtful.length)}</p>
        ) : null}
        {missing.map((what) => (
          <Notice key={what} tone="warn" title={t.missing(t[what])}>
            {t.missingBody}
          </Notice>
        ))}
      </div>
      <DataTable
        caption={title}
        columns={columns}
        rows={kind.columns}
        rowKey={(one) => String(one.index)}
        card={(one) => (
          <div className="stack-2">
            <div className="row-between">
              <strong>
                {t.column} {one.letter} · {one.header || t.noHeading}
              </strong>
              <Sure {...props} column={one} />
            </div>
            <Samples kind={kind} column={one} />
            <Meaning {...props} column={one} />
          </div>
        )}
      />
    </Card>
  )
}

function SheetLine({ sheet, named }: { sheet: ImportSheet; named: boolean }) {
  const t = useTexts(importTexts).columns
  const told = [sheet.neighborhood, sheet.school, sheet.grade].filter(Boolean).join(', ')
  return (
    <div className="second">
      {named ? <strong>{sheet.name}: </strong> : null}
      {t.meta(sheet.rows, sheet.header_rows.join('–'))}
      {told ? ` · ${t.told(told)}` : ''}
      {sheet.hidden ? ` · ${t.hidden}` : ''}
      {sheet.skipped_rows.length > 0 ? <SkippedRows sheet={sheet} /> : null}
    </div>
  )
}

const SHOWN = 30

function SkippedRows({ sheet }: { sheet: ImportSheet }) {
  const t = useTexts(importTexts).columns
  const kinds = t.skippedKinds as Record<string, string>
  return (
    <details className={styles.details}>
      <summary>{t.skippedRows(sheet.skipped_rows.length)}</summary>
      <ul>
        {sheet.skipped_rows.slice(0, SHOWN).map((row) => (
          <li key={row.number}>
            {t.skippedRow(row.number, row.text)} ({kinds[row.kind] ?? row.kind})
          </li>
        ))}
      </ul>
      {sheet.skipped_rows.length > SHOWN ? <p>{t.more(sheet.skipped_rows.length - SHOWN)}</p> : null}
    </details>
  )
}

function Samples({ kind, column }: { kind: SheetKind; column: Column }) {
  const t = useTexts(importTexts).columns
  const samples = samplesOf(kind, column.index)
  return <span className={`${styles.samples} second`}>{samples.length > 0 ? samples.join(' · ') : t.noSamples}</span>
}

type OfColumn = SheetColumnsProps & { column: Column }

function Meaning({ kind, column, corrections, choices, onChange }: OfColumn) {
  const t = useTexts(importTexts).columns
  const field = fieldOf(kind, corrections, column)
  const twice = alsoIn(kind, corrections, column)
  return (
    <Select
      aria-label={t.meaningOf(column.letter, column.header || t.noHeading)}
      searchable
      allowDeselect={false}
      placeholder={t.unknown}
      data={withField(choices, field)}
      value={field}
      error={twice ? t.twice(twice) : undefined}
      onChange={(next) => {
        if (next) onChange(column, next as Field)
      }}
      maxDropdownHeight={320}
    />
  )
}

const looks: Record<Sureness, { tone: Tone; icon: 'check' | 'eye' | 'alert' | 'pencil' | 'circle' }> = {
  sure: { tone: 'green', icon: 'check' },
  likely: { tone: 'blue', icon: 'eye' },
  look: { tone: 'orange', icon: 'alert' },
  chosen: { tone: 'green', icon: 'pencil' },
  none: { tone: 'orange', icon: 'circle' },
}

function Sure({ kind, column, corrections }: OfColumn) {
  const t = useTexts(importTexts).columns
  const how = surenessOf(column, corrections[kind.key]?.[column.index] !== undefined)
  const guessed = how !== 'none' && how !== 'chosen'
  return (
    <span className={styles.sure}>
      <StatusTag {...looks[how]}>{t.level[how]}</StatusTag>
      {guessed ? <span className="small muted num">{t.percent(column.confidence)}</span> : null}
    </span>
  )
}
