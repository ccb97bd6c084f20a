import { expect, test } from 'vitest'
import { allAgree, say, standing, tally, toSend, type Draft } from './opinions'

const old = { child_id: 'old', must_be_asked: true, opinion: null }
const young = { child_id: 'young', must_be_asked: false, opinion: null }
const known = {
  child_id: 'known',
  must_be_asked: true,
  opinion: {
    child_id: 'known',
    parents: 'agrees' as const,
    child: 'agrees' as const,
    asked_on: '2024-06-01',
    method: '',
    note: '',
  },
}
const members = [old, young, known]

test('a child of seven is asked as well as its parents', () => {
  const parents = { parents: 'agrees' as const, child: null, note: '' }
  expect(standing(old, parents)).toBe('half')
  expect(standing(young, parents)).toBe('agree')
  expect(standing(old, { ...parents, child: 'declines' })).toBe('decline')
  expect(tally(members, {})).toEqual({ agree: 1, decline: 0, unasked: 2, half: 0 })
})

test('only what is whole and changed is sent; a word taken back leaves nothing', () => {
  let draft: Draft = say({}, old, { parents: 'agrees' })
  expect(toSend(members, draft, 'Gọi điện')).toEqual([])
  draft = say(draft, old, { child: 'declines', note: ' Cháu ngại ' })
  const sent = { child_id: 'old', parents: 'agrees', child: 'declines', method: 'Gọi điện', note: 'Cháu ngại' }
  expect(toSend(members, draft, 'Gọi điện')).toEqual([sent])
  draft = say(draft, old, { parents: null, child: null, note: '' })
  expect(draft).toEqual({})
})

test('a meeting of parents speaks for those of whom nothing was said', () => {
  const draft = allAgree(members, say({}, young, { parents: 'declines' }))
  expect(toSend(members, draft, '').map((one) => [one.child_id, one.parents, one.child])).toEqual([
    ['old', 'agrees', 'agrees'],
    ['young', 'declines', null],
  ])
})
