/** What is said of a violation, for mending it. Pure. */
import type { DataBreach, DataBreachPatch } from '@/api/types'
import { formatInstant } from '@/lib/dates'
import type { FieldWords } from '@/lib/merge'
import { nfc } from '@/lib/text'
import type { breachTexts } from './texts'

export const KINDS: DataBreach['kind'][] = [
  'wrong_recipient',
  'lost_device',
  'stolen_account',
  'lost_paper',
  'unauthorised_look',
  'published',
  'altered_or_destroyed',
  'other',
]
export const DATA: DataBreach['data_kinds'] = [
  'identity',
  'health',
  'case_file',
  'photo',
  'contact',
  'account',
  'other',
]

export const kindOf = (word: string | null): DataBreach['kind'] | null => KINDS.find((kind) => kind === word) ?? null

export interface What {
  kind: string | null
  what_happened: string
  discovered_at: string | null
  /** The words of the list with commas between, so that two can be compared. */
  data_kinds: string
  people_count: string
  children_touched: string
}
type Field = keyof What
type Words = (typeof breachTexts)['vi']

export const whatOf = (row: DataBreach): What => ({
  kind: row.kind,
  what_happened: row.what_happened ?? '',
  discovered_at: row.discovered_at,
  data_kinds: row.data_kinds.join(','),
  people_count: row.people_count === null || row.people_count === undefined ? '' : String(row.people_count),
  children_touched: row.children_touched === true ? 'yes' : row.children_touched === false ? 'no' : 'unknown',
})

export const split = (words: string): DataBreach['data_kinds'] =>
  words ? (words.split(',') as DataBreach['data_kinds']) : []

/** Only what was changed is sent: the rest stays as others have left it. */
export function patchOf(base: What, mine: What): DataBreachPatch {
  const patch: DataBreachPatch = {}
  const changed = (field: Field) => base[field] !== mine[field]
  if (changed('kind')) patch.kind = kindOf(mine.kind)
  if (changed('what_happened')) patch.what_happened = nfc(mine.what_happened)
  if (changed('discovered_at')) patch.discovered_at = mine.discovered_at
  if (changed('data_kinds')) patch.data_kinds = split(mine.data_kinds)
  if (changed('people_count')) patch.people_count = mine.people_count.trim() ? Number(mine.people_count) : null
  if (changed('children_touched')) {
    patch.children_touched = mine.children_touched === 'unknown' ? null : mine.children_touched === 'yes'
  }
  return patch
}

export const fieldWords = (t: Words): FieldWords<What, Field> => ({
  labels: {
    kind: t.form.kind,
    what_happened: t.one.what,
    discovered_at: t.form.when,
    data_kinds: t.edit.data,
    people_count: t.edit.count,
    children_touched: t.edit.children,
  },
  show: (field, what) => {
    const value = what[field]
    if (!value) return ''
    if (field === 'kind') return t.kinds[value as DataBreach['kind']]
    if (field === 'discovered_at') return formatInstant(value)
    if (field === 'children_touched') return t.children[value as keyof Words['children']]
    if (field === 'data_kinds') {
      return split(value)
        .map((one) => t.data[one])
        .join('; ')
    }
    return value
  },
})

/** The one thing to do next, for those who work on it. */
export type Step = 'assess' | 'notify' | 'close' | 'closeWait' | 'closed'

export function nextStep(row: Pick<DataBreach, 'status' | 'harm' | 'allowed_actions'>): Step {
  if (row.status === 'closed') return 'closed'
  if (row.status === 'open') return 'assess'
  if (row.status === 'assessed' && row.harm !== 'none_likely') return 'notify'
  return row.allowed_actions.includes('close') ? 'close' : 'closeWait'
}
