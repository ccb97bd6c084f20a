import { expect, test } from 'vitest'
import type { HandoverListPreview, HandoverListRow } from '@/api/types'
import { addAll, decide, decisionsOf, outcomeOf } from './schoolList'

const row = (n: number, state: HandoverListRow['state'], alike: string[] = []) =>
  ({ sheet: '3A', row: n, state, alike: alike.map((child_id) => ({ child_id })) }) as unknown as HandoverListRow
const rows = [row(2, 'found', ['a']), row(3, 'unknown'), row(4, 'unsure', ['b', 'c']), row(5, 'listed', ['d'])]
const preview = { rows, counts: { found: 1, listed: 1 } } as unknown as HandoverListPreview

test('without a word a row is left out', () => {
  expect(outcomeOf(preview, {})).toEqual({ there: 1, added: 0, left: 2 })
  expect(decisionsOf(preview, {})).toEqual([])
})

test('those whom somebody looked at go with the decision', () => {
  const takes = decide(addAll({}, rows), rows[2]!, { take: 'add' })
  expect(outcomeOf(preview, takes)).toEqual({ there: 1, added: 2, left: 0 })
  expect(decisionsOf(preview, takes)).toEqual([
    { sheet: '3A', row: 3, take: 'add', not_duplicate_of: [] },
    { sheet: '3A', row: 4, take: 'add', not_duplicate_of: ['b', 'c'] },
  ])
})

test('a row may be somebody who is there', () => {
  const takes = decide({}, rows[2]!, { take: 'same', child_id: 'c' })
  expect(outcomeOf(preview, takes)).toEqual({ there: 2, added: 0, left: 1 })
  expect(decisionsOf(preview, takes)[0]).toMatchObject({ take: 'same', child_id: 'c', not_duplicate_of: [] })
})
