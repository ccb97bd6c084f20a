import { expect, test } from 'vitest'
import { differences, merged } from '@/lib/merge'
import { fieldWords, nextStep, patchOf, type What } from './form'
import { breachTexts } from './texts'

const base: What = {
  kind: 'lost_device',
  what_happened: 'a',
  discovered_at: '2024-06-03T01:00:00.000Z',
  data_kinds: 'identity',
  people_count: '',
  children_touched: 'unknown',
}

test('only what was changed is sent, and what was emptied is told', () => {
  expect(patchOf(base, base)).toEqual({})
  const mine = { ...base, people_count: '40', children_touched: 'yes', data_kinds: 'identity,photo' }
  expect(patchOf(base, mine)).toEqual({ people_count: 40, children_touched: true, data_kinds: ['identity', 'photo'] })
  expect(patchOf(mine, base)).toEqual({ people_count: null, children_touched: null, data_kinds: ['identity'] })
})

test('two who change the same field see both, and keep theirs elsewhere', () => {
  const mine = { ...base, people_count: '40', what_happened: 'b' }
  const theirs = { ...base, people_count: '50', kind: 'other' }
  const versions = { base, mine, theirs }
  const words = fieldWords(breachTexts.vi)
  const found = differences(versions, words)
  expect(found.map(({ field, mine, theirs }) => [field, mine, theirs])).toEqual([['people_count', '40', '50']])
  expect(merged(versions, words, new Set())).toEqual({ ...theirs, what_happened: 'b' })
})

test('one step is next', () => {
  const row = (
    status: 'open' | 'assessed' | 'notified' | 'closed',
    harm: 'may_harm' | 'none_likely' | null,
    may = false,
  ) => nextStep({ status, harm, allowed_actions: may ? ['close'] : [] })
  expect(row('open', null)).toBe('assess')
  expect(row('assessed', 'may_harm')).toBe('notify')
  expect(row('assessed', 'none_likely', true)).toBe('close')
  expect(row('notified', 'may_harm')).toBe('closeWait')
  expect(row('closed', 'may_harm')).toBe('closed')
})
