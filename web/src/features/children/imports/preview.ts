/** What a preview says, without a screen: kinds of sheets, corrections, births, decisions and what they add up to. */
import { formatDate, today as dayOf } from '@/lib/dates'
import type { ChildImport, Column, Field, ImportSheet, RowState, ServerRow } from './queries'

export type Mapping = Record<string, Record<string, Field>>
export type Filter = 'all' | RowState | 'warning'
export type Take = 'skip' | 'new' | 'update'

export interface RowGuardian {
  relation: 'father' | 'mother' | 'grandparent' | 'sibling' | 'relative' | 'guardian' | 'other'
  full_name: string
  phone?: string | null
  occupation?: string
}

/** The members of a row that a screen shows; the document says only "object". */
export interface RowChild {
  full_name: string
  date_of_birth: string
  birth_year_only: boolean
  neighborhood_id: string | null
  guardians: RowGuardian[]
  notes: string
  [member: string]: unknown
}

export type ImportRow = Omit<ServerRow, 'child'> & { child: RowChild }
export const rowOf = (row: ServerRow): ImportRow => row as unknown as ImportRow
export const keyOf = (row: Pick<ServerRow, 'sheet' | 'row'>) => `${row.sheet}\u0000${row.row}`

/** Sheets that are read in one way: eleven neighborhoods with the same headings are corrected once. */
export interface SheetKind {
  key: string
  sheets: ImportSheet[]
  columns: Column[]
}

export function kindsOf(sheets: ImportSheet[]): SheetKind[] {
  const kinds = new Map<string, SheetKind>()
  for (const sheet of sheets) {
    if (sheet.skipped) continue
    const shape = sheet.columns.map((column) => [column.index, column.header, column.field])
    const key = JSON.stringify([sheet.signature, shape])
    const kind = kinds.get(key)
    if (kind) kind.sheets.push(sheet)
    else kinds.set(key, { key, sheets: [sheet], columns: sheet.columns })
  }
  return [...kinds.values()]
}

/** Examples of a column from whichever of the sheets has some. */
export function samplesOf(kind: SheetKind, index: number): string[] {
  const all = kind.sheets.flatMap((sheet) => sheet.columns.find((column) => column.index === index)?.samples ?? [])
  return [...new Set(all)].slice(0, 3)
}

/** Kind of sheets → column → what it shall hold. */
export type Corrections = Record<string, Record<number, Field>>

export function correct(old: Corrections, kind: SheetKind, column: Column, field: Field): Corrections {
  const { [column.index]: _, ...rest } = old[kind.key] ?? {}
  const own = field === column.field ? rest : { ...rest, [column.index]: field }
  const { [kind.key]: __, ...others } = old
  return Object.keys(own).length > 0 ? { ...others, [kind.key]: own } : others
}

export const correctionCount = (corrections: Corrections) =>
  Object.values(corrections).reduce((sum, columns) => sum + Object.keys(columns).length, 0)

/**
 * What is sent with the file: corrections, and what was chosen before. Guesses are not sent: the server shall go on
 * telling them as guesses, and fill a column that a correction has set free.
 */
export function mappingFor(one: Pick<ChildImport, 'sheets'>, corrections: Corrections): Mapping {
  const mapping: Mapping = {}
  for (const kind of kindsOf(one.sheets)) {
    for (const sheet of kind.sheets) {
      const columns: Record<string, Field> = {}
      for (const column of sheet.columns) {
        const field = corrections[kind.key]?.[column.index] ?? (column.source === 'mapping' ? column.field : null)
        if (field) columns[String(column.index)] = field
      }
      if (Object.keys(columns).length > 0) mapping[sheet.name] = columns
    }
  }
  return mapping
}

export const fieldOf = (kind: SheetKind, corrections: Corrections, column: Column): Field | null =>
  corrections[kind.key]?.[column.index] ?? column.field ?? null

export type Sureness = 'sure' | 'likely' | 'look' | 'chosen' | 'none'

export function surenessOf(column: Column, corrected: boolean): Sureness {
  if (corrected || (column.source === 'mapping' && column.field)) return 'chosen'
  if (!column.field) return 'none'
  return column.confidence >= 85 ? 'sure' : column.confidence >= 60 ? 'likely' : 'look'
}

const FREE: Field[] = ['ignore', 'note', 'phone', 'circumstance', 'risk', 'address']

/** The letter of another column that holds the same; one field is taken from one column. */
export function alsoIn(kind: SheetKind, corrections: Corrections, column: Column): string | null {
  const field = fieldOf(kind, corrections, column)
  if (!field || FREE.includes(field)) return null
  const other = kind.columns.find((one) => one.index !== column.index && fieldOf(kind, corrections, one) === field)
  return other?.letter ?? null
}

export type Missing = 'name' | 'birth' | 'neighborhood'

/** What no row can be without. A neighborhood's or a school's own list need not name its own unit. */
export function missingIn(kind: SheetKind, corrections: Corrections, ownPlace: boolean): Missing[] {
  const fields = new Set(kind.columns.map((column) => fieldOf(kind, corrections, column)))
  const has = (...wanted: Field[]) => wanted.some((field) => fields.has(field))
  const missing: Missing[] = []
  if (!has('full_name', 'given_name', 'code')) missing.push('name')
  if (!has('date_of_birth', 'birth_year', 'birth_date_if_male', 'birth_date_if_female')) missing.push('birth')
  if (!ownPlace && !has('neighborhood') && kind.sheets.some((sheet) => !sheet.neighborhood)) {
    missing.push('neighborhood')
  }
  return missing
}

/** `null`: there is none that could be read; the server then keeps a date that is nobody's. */
export function birthOf(row: ImportRow): { date: string } | { year: string } | null {
  const unread = row.errors.some((error) => !error.is_warning && error.code.startsWith('birth_'))
  if (unread || !row.child.date_of_birth || row.child.date_of_birth === '1970-01-01') return null
  if (row.child.birth_year_only) return { year: row.child.date_of_birth.slice(0, 4) }
  return { date: formatDate(row.child.date_of_birth) }
}

/** Where an error of a row is corrected: in a cell of its own, or by naming the neighborhood that no column tells. */
export type FixPlace = { column: Column } | 'neighborhood'

const BIRTHS: Field[] = ['date_of_birth', 'birth_year', 'birth_date_if_male', 'birth_date_if_female']

/** Each place once, those that stop the row alone. */
export function fixPlaces(row: ImportRow, sheet: ImportSheet | undefined): FixPlace[] {
  const columns = sheet?.columns ?? []
  const places: FixPlace[] = []
  for (const error of row.errors.filter((one) => !one.is_warning)) {
    const fields: (Field | null | undefined)[] = error.field === 'date_of_birth' ? BIRTHS : [error.field]
    const column =
      columns.find((one) => error.column && one.letter === error.column) ??
      columns.find((one) => one.field && fields.includes(one.field))
    const place: FixPlace | null = column ? { column } : error.field === 'neighborhood' ? 'neighborhood' : null
    const known = (one: FixPlace) =>
      one === place || (one !== 'neighborhood' && place !== 'neighborhood' && one.column === place?.column)
    if (place && !places.some(known)) places.push(place)
  }
  return places
}

export interface Decision {
  sheet: string
  row: number
  state: RowState
  take: Take
}
export type Decisions = Record<string, Decision>

/** What happens to a row of which nobody has said anything. */
export const defaultTake = (state: RowState): Take =>
  state === 'changed' ? 'update' : state === 'duplicate' ? 'skip' : 'new'

/** The ways that are open for a row. */
export function takesOf(row: ImportRow): Take[] {
  if (row.state === 'changed') return ['update', 'new', 'skip']
  if (row.state !== 'duplicate') return []
  // The same child twice in the file: the first row is taken, an update has nobody to go to.
  return row.matched_child_id ? ['skip', 'new', 'update'] : ['skip', 'new']
}

export function decide(old: Decisions, row: ImportRow, take: Take): Decisions {
  const key = keyOf(row)
  const { [key]: _, ...rest } = old
  if (take === defaultTake(row.state)) return rest
  return { ...rest, [key]: { sheet: row.sheet, row: row.row, state: row.state, take } }
}

/** A row that became something else is decided anew. */
export function undecide(old: Decisions, rows: Pick<ServerRow, 'sheet' | 'row'>[]): Decisions {
  const gone = new Set(rows.map(keyOf))
  return Object.fromEntries(Object.entries(old).filter(([key]) => !gone.has(key)))
}

export interface Outcome {
  new: number
  changed: number
  skipped: number
  wrong: number
  leftOut: number
}

export function outcome(counts: ChildImport['counts'], decisions: Decisions): Outcome {
  const sum: Outcome = {
    new: counts.new,
    changed: counts.changed,
    skipped: counts.duplicate,
    wrong: counts.wrong,
    leftOut: counts.left_out ?? 0,
  }
  const place = { new: 'new', update: 'changed', skip: 'skipped' } as const
  for (const { state, take } of Object.values(decisions)) {
    sum[place[defaultTake(state)]] -= 1
    sum[place[take]] += 1
  }
  return sum
}

export const totalOf = (counts: ChildImport['counts']) =>
  counts.new + counts.changed + counts.duplicate + counts.wrong + (counts.left_out ?? 0)

/** `today`: the ward's date. The server decides to the second. */
export const canUndo = (one: Pick<ChildImport, 'status' | 'undo_until'>, today: string): boolean =>
  one.status === 'committed' && Boolean(one.undo_until) && dayOf(new Date(one.undo_until!)) >= today
