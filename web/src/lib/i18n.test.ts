import { describe, expect, it } from 'vitest'
import { words } from './words'

/** Both languages complete: same keys, no empty text, functions of the same number of values, Vietnamese composed. */
const modules = import.meta.glob<Record<string, unknown>>('../**/{texts,staleTexts}.ts', { eager: true })
const dictionaries: [string, { vi: unknown; en: unknown }][] = [
  ...Object.entries(modules).flatMap(([file, exported]) =>
    Object.values(exported).map((one) => [file, one] as [string, { vi: unknown; en: unknown }]),
  ),
  ['lib/words.ts', words],
]

function compare(vi: unknown, en: unknown, path: string, problems: string[]): void {
  if (typeof vi !== typeof en) problems.push(`${path}: kinds differ`)
  else if (typeof vi === 'string' && typeof en === 'string') {
    if (!vi.trim() || !en.trim()) problems.push(`${path}: empty`)
    if (vi !== vi.normalize('NFC')) problems.push(`${path}: not composed`)
    // No text shouts; printed documents are the exception.
    if (!/\.print\.|printed/.test(path) && vi.length > 6 && vi === vi.toUpperCase() && /\p{L}{4}/u.test(vi))
      problems.push(`${path}: all capitals`)
  } else if (typeof vi === 'function' && typeof en === 'function') {
    if (vi.length !== en.length) problems.push(`${path}: ${vi.length} and ${en.length} values`)
  } else if (vi && en && typeof vi === 'object' && typeof en === 'object') {
    const left = Object.keys(vi)
    const right = Object.keys(en)
    for (const key of new Set([...left, ...right])) {
      if (!left.includes(key)) problems.push(`${path}.${key}: missing in vi`)
      else if (!right.includes(key)) problems.push(`${path}.${key}: missing in en`)
      else
        compare((vi as Record<string, unknown>)[key], (en as Record<string, unknown>)[key], `${path}.${key}`, problems)
    }
  }
}

describe('dictionaries', () => {
  it('finds them all', () => {
    expect(dictionaries.length).toBeGreaterThanOrEqual(11)
  })

  it.each(dictionaries)('%s is complete in both languages', (file, texts) => {
    const problems: string[] = []
    compare(texts.vi, texts.en, file, problems)
    expect(problems).toEqual([])
  })
})
