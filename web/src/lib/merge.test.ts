import { describe, expect, it } from 'vitest'
import { changed, differences, merged, type FieldWords } from './merge'

interface Values {
  name: string
  tags: string[]
  note: string
  child: { age: string; sex: string }
  kept: number
}
const base: Values = { name: 'a', tags: [], note: '', child: { age: '', sex: 'x' }, kept: 1 }
const mine: Values = { ...base, name: 'mine', tags: ['m'], note: 'mine', child: { age: '7', sex: 'f' } }
const theirs: Values = { ...base, name: 'theirs', tags: ['m'], child: { age: '8', sex: 'x' }, kept: 2 }
const versions = { base, mine, theirs }
const words: FieldWords<Values, 'name' | 'tags' | 'note' | 'child.age' | 'child.sex'> = {
  labels: { 'child.age': 'Age', name: 'Name', tags: 'Tags', note: 'Note', 'child.sex': 'Sex' },
  show: (field, values) => (field === 'child.age' ? `${values.child.age} years` : String(values[field as 'name'])),
}
const asked = (over: Partial<typeof words> = {}) => differences(versions, { ...words, ...over })

describe('two who changed one row', () => {
  it('are asked of what both have changed and differently, in the order of the labels', () => {
    expect(asked()).toEqual([
      { field: 'child.age', label: 'Age', mine: '7 years', theirs: '8 years' },
      { field: 'name', label: 'Name', mine: 'mine', theirs: 'theirs' },
    ])
  })

  it('are asked of all that I changed where a form says so, but not of what is the same by now', () => {
    expect(asked({ askAll: true }).map(({ field }) => field)).toEqual(['child.age', 'name', 'note', 'child.sex'])
    expect(merged(versions, { ...words, askAll: true }, new Set(['name']))).toEqual({ ...theirs, name: 'mine' })
  })

  it('lose nothing: what one alone has changed is joined, what was asked is as chosen', () => {
    const joined = { ...theirs, note: 'mine', child: { age: '8', sex: 'f' } }
    expect(merged(versions, words, new Set())).toEqual(joined)
    expect(merged(versions, words, new Set(['child.age']))).toEqual({ ...joined, child: { age: '7', sex: 'f' } })
    expect([mine.child.age, theirs.child]).toEqual(['7', { age: '8', sex: 'x' }])
  })

  it('send only what they changed', () => {
    expect(changed(base, theirs)).toEqual({ name: 'theirs', tags: ['m'], child: { age: '8', sex: 'x' }, kept: 2 })
    expect(changed(base, structuredClone(base))).toEqual({})
  })
})
