import { expect, test } from 'vitest'
import { differences, merged } from '@/lib/merge'
import { fieldWords, NOTHING, patchOf, type What } from './injuryForm'
import { injuryTexts } from './texts'

const base: What = { ...NOTHING, happened_on: '2024-05-20', kind: 'fall', place_kind: 'home', outcome: 'treating' }

test('only what was changed is sent', () => {
  expect(patchOf(base, base)).toEqual({})
  expect(patchOf(base, { ...base, time: '16:30', outcome: 'recovered' })).toEqual({
    time: '16:30',
    outcome: 'recovered',
  })
  // A water is told of a drowning alone.
  const drowned = { ...base, kind: 'drowning', water: 'Ao' }
  expect(patchOf(drowned, { ...drowned, kind: 'fall' })).toEqual({ kind: 'fall', water: '' })
})

test('what both changed is put side by side, the rest is joined', () => {
  const mine = { ...base, outcome: 'recovered', place: 'Sân nhà' }
  const theirs = { ...base, outcome: 'disabled', supervision: 'Bà' }
  const versions = { base, mine, theirs }
  const words = fieldWords(injuryTexts.vi)
  const told = differences(versions, words)
  expect(told).toEqual([{ field: 'outcome', label: 'Kết quả', mine: 'Khỏi', theirs: 'Khuyết tật' }])
  expect(merged(versions, words, new Set())).toEqual({ ...theirs, place: 'Sân nhà' })
  expect(merged(versions, words, new Set(['outcome']))).toMatchObject({ outcome: 'recovered', supervision: 'Bà' })
})
