import { describe, expect, it } from 'vitest'
import { lineDiff, missingLines, paragraphs, withLine } from './lines'

const told = (before: string, after: string) =>
  lineDiff(before, after).map(({ kind, text }) => `${{ same: '=', gone: '-', new: '+' }[kind]}${text}`)

describe('lineDiff', () => {
  it('keeps what both have, in order', () => {
    expect(told('a\nb\nc', 'a\nx\nc\nd')).toEqual(['=a', '-b', '+x', '=c', '+d'])
  })
  it('knows a text that came and one that went', () => {
    expect(told('', 'a\nb')).toEqual(['+a', '+b'])
    expect(told('a', '')).toEqual(['-a'])
    expect(told('', '')).toEqual([])
    expect(told('a\nb', 'a\nb')).toEqual(['=a', '=b'])
  })
  it('gives back both texts', () => {
    const before = 'một\nhai\nba\nbốn\nhai'
    const after = 'hai\nba\nnăm\nhai\nmột'
    const lines = lineDiff(before, after)
    const of = (kind: string) =>
      lines
        .filter((line) => line.kind !== kind)
        .map(({ text }) => text)
        .join('\n')
    expect(of('new')).toBe(before)
    expect(of('gone')).toBe(after)
  })
})

describe('what the proposal has and the text has not', () => {
  it('is offered line by line', () => {
    expect(missingLines('A.\nB.', 'A.\n- Khu phố 3: thiếu loa\n\nC.')).toEqual(['- Khu phố 3: thiếu loa', 'C.'])
    expect(missingLines('', '')).toEqual([])
  })
  it('comes to the end of the text', () => {
    expect(withLine('A.\n', 'B.')).toBe('A.\nB.')
    expect(withLine('', 'B.')).toBe('B.')
  })
})

describe('paragraphs', () => {
  it('gathers items that follow each other into a list', () => {
    expect(paragraphs('A.\n- b\n- c\n\nD.')).toEqual([
      { kind: 'text', lines: ['A.'] },
      { kind: 'list', lines: ['b', 'c'] },
      { kind: 'text', lines: ['D.'] },
    ])
    expect(paragraphs('')).toEqual([])
  })
})
