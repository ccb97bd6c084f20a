import { useQuery } from '@tanstack/react-query'
import type { ChildHistoryEntry, ChildView, Guardian } from '@/api/types'
import { formatDate, isPlainDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { ETHNIC_GROUPS, fieldTexts } from './fieldTexts'
import { catalogueQuery } from './queries'
import { childTexts } from './texts'
import { usePlaces } from './usePlaces'

type Words = (typeof fieldTexts)['vi']

const enums: Record<string, (t: Words) => Record<string, string>> = {
  sex: (t) => t.sex,
  poverty: (t) => t.poverty,
  disability_degree: (t) => t.degree,
  status: (t) => t.status,
}

export function guardiansText(guardians: Guardian[], t: Words): string {
  return guardians
    .map((one) => [`${t.relation[one.relation]} ${one.full_name}`.trim(), one.phone, one.occupation])
    .map((parts) => parts.filter(Boolean).join(', '))
    .join('; ')
}

/** Any value of any member as one reads it; for the history, the merge and the comparison of versions. */
export function useShownValue(): {
  label: (member: string) => string
  show: (member: string, value: unknown) => string
} {
  const t = useTexts(fieldTexts)
  const history = useTexts(childTexts).history
  const catalogue = useQuery(catalogueQuery)
  const neighborhoods = usePlaces('neighborhood')
  const schools = usePlaces('school')
  const label = (member: string): string =>
    (t.field as Record<string, string>)[member] ??
    catalogue.data?.find((group) => group.code === member)?.label ??
    member
  const show = (member: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return ''
    if (typeof value === 'boolean') return value ? t.yes : t.no
    if (member === 'guardians' && Array.isArray(value)) return guardiansText(value as Guardian[], t)
    const text = String(value)
    const words = enums[member]?.(t)
    if (words) return words[text] ?? text
    if (member === 'ethnicity') return ETHNIC_GROUPS.find((one) => one.value === text)?.label ?? text
    const unit = [...neighborhoods, ...schools].find((one) => one.value === value)
    if (unit) return unit.label
    if (isPlainDate(text)) return formatDate(text)
    if (typeof value === 'object') return entryText(value as Entry)
    return text
  }
  interface Entry {
    from_date?: string
    to_date?: string | null
    cancelled?: boolean
    reason?: string
  }
  /** What the history says of a group: from when, to when, or that it was a mistake. */
  const entryText = (entry: Entry): string => {
    if (entry.cancelled !== undefined) return entry.cancelled ? history.cancelled(entry.reason ?? '') : history.shown
    if (entry.from_date || entry.to_date) return history.period(formatDate(entry.from_date), formatDate(entry.to_date))
    return ''
  }
  return { label, show }
}

export type Change = [before: unknown, after: unknown]

const ORDER = Object.keys(fieldTexts.vi.field)
const placeOf = (member: string) => (ORDER.includes(member) ? ORDER.indexOf(member) : ORDER.length)

/** In the order of the form. */
export const changesOf = (entry: ChildHistoryEntry): [string, Change][] =>
  Object.entries(entry.changes as Record<string, Change>).sort(([a], [b]) => placeOf(a) - placeOf(b))

/** The entry with which the row began. */
export function isNew(entry: ChildHistoryEntry): boolean {
  const name = (entry.changes as Record<string, Change>)['full_name']
  return name !== undefined && name[0] === null
}

export const isDefault = (value: unknown): boolean => value === false || value === 'none' || value === 'unknown'

/** A contact view knows whom to call, not who that is: in the history neither. */
export function asSeen(view: ChildView, member: string, value: unknown): unknown {
  if (view !== 'contact' || member !== 'guardians' || !Array.isArray(value)) return value
  return (value as Guardian[]).map(({ relation, phone }) => ({ relation, phone, full_name: '', occupation: '' }))
}
