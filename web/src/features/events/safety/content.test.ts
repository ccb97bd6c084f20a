import { describe, expect, it } from 'vitest'
import type { SafetyItem, SafetyTemplate } from '@/api/types'
import { cleaned, contentOf, differences, isSame, levelOf, merged, type Content } from './content'
import { safetyTexts } from './texts'

const point = (label: string, answer: SafetyItem['answer'] = 'open'): SafetyItem => ({
  topic: 'order',
  label,
  answer,
  note: '',
  who: '',
})
const content = (answers: SafetyItem['answer'][], note = ''): Content => ({
  items: answers.map((answer, at) => point(`P${at}`, answer)),
  risks: [],
  officers: [],
  note,
})
const template = {
  topics: [{ topic: 'order', name: 'X', required: true, points: ['P0', 'P1'] }],
  risks: [{ what: 'R', likelihood: 3, harm: 5, measure: '' }],
} as unknown as SafetyTemplate

describe('a safety plan', () => {
  it('begins with the template and keeps what was answered', () => {
    expect(contentOf(template, null).items.map((item) => item.answer)).toEqual(['open', 'open'])
    expect(contentOf(template, null).risks).toHaveLength(1)
    const plan = { items: [point('P1', 'ready'), point('own', 'missing')], risks: [], officers: [], note: '' }
    const begun = contentOf(template, { ...plan, drafted_at: '2024-06-03T00:00:00Z' } as never)
    expect(begun.items.map((item) => [item.label, item.answer])).toEqual([
      ['P0', 'open'],
      ['P1', 'ready'],
      ['own', 'missing'],
    ])
    expect(begun.risks).toEqual([])
  })

  it('puts two versions together point by point', () => {
    const base = content(['open', 'open', 'open'])
    const mine = content(['ready', 'open', 'ready'], 'mine')
    const theirs = content(['open', 'missing', 'missing'])
    expect(differences(base, mine, theirs, safetyTexts.vi).map((one) => one.label)).toEqual(['P2'])
    const kept = merged(base, mine, theirs, new Set())
    expect(kept.items.map((item) => item.answer)).toEqual(['ready', 'missing', 'missing'])
    expect(kept.note).toBe('mine')
    expect(merged(base, mine, theirs, new Set(['order|P2'])).items[2]?.answer).toBe('ready')
  })

  it('does not send lines that were only opened', () => {
    const open = { ...content([]), officers: [{ name: '', unit: '', duty: '', phone: '' }] }
    expect(cleaned(open).officers).toEqual([])
    expect(isSame(open, content([]))).toBe(true)
  })

  it('has three levels', () => {
    expect([0, 5, 6, 14, 15].map(levelOf)).toEqual(['low', 'low', 'medium', 'medium', 'high'])
  })
})
