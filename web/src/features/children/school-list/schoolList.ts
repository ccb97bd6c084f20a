/** A school's own list: what was decided about its rows, and what becomes of it. Pure. */
import type { HandoverListPreview, HandoverListRow } from '@/api/types'

export type ListState = HandoverListRow['state']

/** `same` names the child; without a word a row is left out. */
export type Take = { take: 'add' } | { take: 'same'; child_id: string }
export type Takes = Record<string, Take>

export const keyOf = (row: Pick<HandoverListRow, 'sheet' | 'row'>) => `${row.sheet}\u0000${row.row}`

export function decide(takes: Takes, row: HandoverListRow, take: Take | null): Takes {
  const { [keyOf(row)]: _, ...rest } = takes
  return take ? { ...rest, [keyOf(row)]: take } : rest
}

/** Everybody who is not on the ward's list, at once. */
export function addAll(takes: Takes, rows: HandoverListRow[]): Takes {
  const unknown = rows.filter((row) => row.state === 'unknown')
  return unknown.reduce((old, row) => decide(old, row, { take: 'add' }), takes)
}

/** What the server is told: those whom somebody looked at go with it, so that nothing is added unseen. */
export function decisionsOf(preview: HandoverListPreview, takes: Takes) {
  return preview.rows.flatMap((row) => {
    const take = takes[keyOf(row)]
    if (!take) return []
    const seen = take.take === 'add' ? row.alike.map((one) => one.child_id) : []
    return [{ sheet: row.sheet, row: row.row, ...take, not_duplicate_of: seen }]
  })
}

export interface ListOutcome {
  there: number
  added: number
  left: number
}

/** Whoever is on a list of the year already is neither taken nor left out. */
export function outcomeOf(preview: HandoverListPreview, takes: Takes): ListOutcome {
  const all = Object.values(takes)
  const same = all.filter((one) => one.take === 'same').length
  const added = all.length - same
  const there = preview.counts.found + same
  return { there, added, left: preview.rows.length - preview.counts.listed - there - added }
}
