/**
 * Two people write one form. Field by field: what only one of them changed is taken from them, what both changed alike
 * is taken once, and only where both changed the same field to different things is a person asked. Rows have no ids:
 * they are matched by what they say. Pure.
 */
import type { CaseFormContent } from '@/api/types'

export type Content = CaseFormContent
export type Item = Content['items'][number]

export interface Conflict {
  /** `conclusion`, `items.02.a.1`, `items.02.a.1.note`, `activities.0.what` */
  path: string
  mine: unknown
  theirs: unknown
}

export const LISTS = ['needs', 'participants', 'activities'] as const
export type List = (typeof LISTS)[number]
type Row = Record<string, unknown>

const isBlank = (value: unknown): boolean => value === '' || value === null || value === undefined || value === 0
const tidyText = (value: unknown): unknown =>
  typeof value === 'string' ? value.normalize('NFC').trim() : (value ?? null)
const same = (a: unknown, b: unknown): boolean => tidyText(a) === tidyText(b)
const isEmptyRow = (row: Row): boolean => Object.values(row).every((value) => isBlank(tidyText(value)))
const sameRow = (a: Row, b: Row): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(a[key], b[key]))

const rowsOf = (content: Content, list: List): Row[] => (content[list] ?? []) as unknown as Row[]

/** As the server will keep it: no row that says nothing, no item that was not judged. */
export function tidy(content: Content): Content {
  const next: Record<string, unknown> = { ...content }
  for (const list of LISTS) next[list] = rowsOf(content, list).filter((row) => !isEmptyRow(row))
  next['items'] = (content.items ?? []).filter((item) => item.level || item.note.trim())
  return next as unknown as Content
}

const scalars = (content: Content) =>
  Object.keys(content).filter((key) => key !== 'items' && key !== 'catalogue' && !LISTS.includes(key as List))

export function sameContent(a: Content, b: Content): boolean {
  const [left, right] = [tidy(a), tidy(b)]
  const keys = new Set([...scalars(left), ...scalars(right)])
  for (const key of keys) if (!same(left[key as keyof Content], right[key as keyof Content])) return false
  for (const list of LISTS) {
    const [ours, others] = [rowsOf(left, list), rowsOf(right, list)]
    if (ours.length !== others.length || !ours.every((row, at) => sameRow(row, others[at]!))) return false
  }
  const codes = new Set([...left.items, ...right.items].map((item) => item.code))
  for (const code of codes) {
    const [one, other] = [itemOf(left, code), itemOf(right, code)]
    if (!same(one.level, other.level) || !same(one.note, other.note)) return false
  }
  return true
}

export const itemOf = (content: Content, code: string): Item =>
  (content.items ?? []).find((item) => item.code === code) ?? { code, level: null, note: '' }

/** One field of three versions. */
function pick<T>(path: string, base: T, mine: T, theirs: T, conflicts: Conflict[]): T {
  if (same(mine, base) || same(mine, theirs)) return theirs
  if (!same(theirs, base)) conflicts.push({ path, mine, theirs })
  return mine
}

export function merge(base: Content, mine: Content, theirs: Content): { merged: Content; conflicts: Conflict[] } {
  const conflicts: Conflict[] = []
  const [old, ours, others] = [tidy(base), tidy(mine), tidy(theirs)]
  const merged: Record<string, unknown> = { ...others }
  for (const key of new Set([...scalars(ours), ...scalars(others)])) {
    const of = (content: Content) => content[key as keyof Content]
    merged[key] = pick(key, of(old), of(ours), of(others), conflicts)
  }
  const codes = new Set([...others.items, ...ours.items].map((item) => item.code))
  merged['items'] = [...codes].map((code) => {
    const [b, m, t] = [itemOf(old, code), itemOf(ours, code), itemOf(others, code)]
    return {
      code,
      level: pick(`items.${code}`, b.level, m.level, t.level, conflicts),
      note: pick(`items.${code}.note`, b.note, m.note, t.note, conflicts),
    }
  })
  for (const list of LISTS) {
    merged[list] = mergeRows(list, rowsOf(old, list), rowsOf(ours, list), rowsOf(others, list), conflicts)
  }
  return { merged: tidy(merged as unknown as Content), conflicts }
}

interface Alignment {
  /** For every row of the base: where it went, or nothing where it was taken out. */
  went: (number | null)[]
  /** New rows, by the row of the base they stand after (-1: before the first). */
  added: Map<number, number[]>
}

/** Rows that say the same hold the place, then rows that say something alike; between them rows pair in their order. */
function align(base: Row[], other: Row[]): Alignment {
  const went: (number | null)[] = base.map(() => null)
  const added = new Map<number, number[]>()
  const likeness: ((a: Row, b: Row) => boolean)[] = [sameRow, alike]
  const between = (fromBase: number, toBase: number, fromOther: number, toOther: number, degree: number) => {
    const equal = likeness[degree]
    if (!equal) {
      const pairs = Math.min(toBase - fromBase, toOther - fromOther)
      for (let i = 0; i < pairs; i += 1) went[fromBase + i] = fromOther + i
      const rest = Array.from({ length: toOther - fromOther - pairs }, (_, i) => fromOther + pairs + i)
      if (rest.length > 0) added.set(fromBase + pairs - 1, [...(added.get(fromBase + pairs - 1) ?? []), ...rest])
      return
    }
    let [atBase, atOther] = [fromBase, fromOther]
    for (const [i, j] of common(base.slice(fromBase, toBase), other.slice(fromOther, toOther), equal)) {
      between(atBase, fromBase + i, atOther, fromOther + j, degree + 1)
      went[fromBase + i] = fromOther + j
      atBase = fromBase + i + 1
      atOther = fromOther + j + 1
    }
    between(atBase, toBase, atOther, toOther, degree + 1)
  }
  between(0, base.length, 0, other.length, 0)
  return { went, added }
}

const alike = (a: Row, b: Row): boolean =>
  Object.keys(a).some((key) => !isBlank(tidyText(a[key])) && same(a[key], b[key]))

/** The longest common row of rows (a form has a few dozen at most). */
function common(a: Row[], b: Row[], equal: (a: Row, b: Row) => boolean): [number, number][] {
  const length = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0))
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      length[i]![j] = equal(a[i]!, b[j]!)
        ? length[i + 1]![j + 1]! + 1
        : Math.max(length[i + 1]![j]!, length[i]![j + 1]!)
    }
  }
  const pairs: [number, number][] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (equal(a[i]!, b[j]!) && length[i]![j] === length[i + 1]![j + 1]! + 1) pairs.push([i++, j++])
    else if (length[i + 1]![j]! >= length[i]![j + 1]!) i += 1
    else j += 1
  }
  return pairs
}

function mergeRows(list: List, base: Row[], mine: Row[], theirs: Row[], conflicts: Conflict[]): Row[] {
  const [ours, others] = [align(base, mine), align(base, theirs)]
  const rows: Row[] = []
  const take = (after: number) => {
    const fresh = (others.added.get(after) ?? []).map((at) => theirs[at]!)
    const own = (ours.added.get(after) ?? []).map((at) => mine[at]!)
    rows.push(...fresh, ...own.filter((row) => !fresh.some((one) => sameRow(one, row))))
  }
  take(-1)
  base.forEach((row, at) => {
    const m = ours.went[at] === null ? null : mine[ours.went[at]!]!
    const t = others.went[at] === null ? null : theirs[others.went[at]!]!
    if (m && t) {
      const merged: Row = { ...t }
      for (const key of new Set([...Object.keys(m), ...Object.keys(t)])) {
        merged[key] = pick(`${list}.${rows.length}.${key}`, row[key], m[key], t[key], conflicts)
      }
      rows.push(merged)
    } else {
      // Taken out by one: it goes, unless the other has written in it since.
      const left = m ?? t
      if (left && !sameRow(left, row)) rows.push(left)
    }
    take(at)
  })
  return rows
}

/** Puts a chosen value where a conflict was. */
export function put(content: Content, path: string, value: unknown): Content {
  const list = LISTS.find((one) => path.startsWith(`${one}.`))
  if (list) {
    const [, index, key] = path.split('.')
    const rows = rowsOf(content, list).map((row, at) => (at === Number(index) ? { ...row, [key!]: value } : row))
    return { ...content, [list]: rows } as Content
  }
  if (path.startsWith('items.')) {
    const isNote = path.endsWith('.note')
    const code = path.slice('items.'.length, isNote ? -'.note'.length : undefined)
    const item = { ...itemOf(content, code), [isNote ? 'note' : 'level']: value } as Item
    return { ...content, items: [...content.items.filter((one) => one.code !== code), item] }
  }
  return { ...content, [path]: value } as Content
}
