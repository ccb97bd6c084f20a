/** What a path of a form is called, and its value in words: for a choice between two versions, and for reading. */
import type { CaseCatalogue } from '@/api/types'
import { formatDate, formatInstant } from '@/lib/dates'
import { formatNumber } from '@/lib/text'
import type { formTexts } from './texts'
import { isList, type FieldName } from './model'

type Words = (typeof formTexts)['vi']

export function labelOf(path: string, catalogue: CaseCatalogue, t: Words): string {
  if (path.startsWith('items.')) {
    const code = path.replace(/^items\./, '').replace(/\.note$/, '')
    const item = catalogue.blocks.flatMap((block) => block.items).find((one) => one.code === code)
    const label = item?.label ?? code
    return path.endsWith('.note') ? `${label} – ${t.note}` : label
  }
  const [name = '', index, key] = path.split('.')
  if (isList(name) && key) {
    return `${t.rowName[name](Number(index) + 1)} – ${t.row[key as keyof Words['row']] ?? key}`
  }
  return t.field[name as FieldName] ?? name
}

export function valueOf(path: string, value: unknown, t: Words): string {
  if (value === null || value === undefined || value === '') return ''
  const name = path.split('.').at(-1) ?? ''
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (typeof value === 'number') return formatNumber(value)
  const text = String(value)
  if (path.startsWith('items.') && name !== 'note') return t.level[text as keyof Words['level']] ?? text
  if (name === 'held_at') return formatInstant(text)
  if (['on', 'from', 'to', 'review_on'].includes(name)) return formatDate(text)
  if (name === 'danger_level') return t.danger[text as keyof Words['danger']] ?? text
  if (name === 'outcome') return t.outcome[text as keyof Words['outcome']] ?? text
  return text
}
