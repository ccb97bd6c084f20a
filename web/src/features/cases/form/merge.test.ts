import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itemOf, merge, put, sameContent, tidy, type Content } from './merge'

const form = (over: Partial<Content> = {}): Content =>
  ({
    catalogue: '1',
    on: null,
    items: [],
    conclusion: '',
    needs: [],
    participants: [],
    activities: [],
    goals: '',
    ...over,
  }) as unknown as Content
const need = (text: string, service = '') => ({ need: text, service, provider: '' })
const item = (code: string, level: 'high' | 'medium' | 'low' | null, note = '') => ({ code, level, note })
const names = (content: Content) => content.needs.map((one) => one.need)

describe('three-way merge of a form', () => {
  it('takes from each what only they changed', () => {
    const base = form({ conclusion: 'a', goals: 'g' })
    const { merged, conflicts } = merge(
      base,
      form({ conclusion: 'của tôi', goals: 'g' }),
      form({ conclusion: 'a', goals: 'của họ' }),
    )
    expect(conflicts).toEqual([])
    expect([merged.conclusion, merged.goals]).toEqual(['của tôi', 'của họ'])
  })

  it('asks only where both changed one field to different things, and loses neither', () => {
    const base = form({ conclusion: 'a' })
    const { merged, conflicts } = merge(base, form({ conclusion: 'tôi' }), form({ conclusion: 'họ' }))
    expect(conflicts).toEqual([{ path: 'conclusion', mine: 'tôi', theirs: 'họ' }])
    expect(merged.conclusion).toBe('tôi')
    expect(put(merged, 'conclusion', 'họ').conclusion).toBe('họ')
    expect(merge(base, form({ conclusion: 'như nhau ' }), form({ conclusion: 'như nhau' })).conflicts).toEqual([])
  })

  it('clears a field that one of them cleared', () => {
    const base = form({ conclusion: 'a', on: '2024-06-03' })
    expect(
      merge(base, form({ conclusion: 'a', on: null }), form({ conclusion: '', on: '2024-06-03' })).merged,
    ).toMatchObject({
      conclusion: '',
      on: null,
    })
  })

  it('merges items by their code, the level apart from the note', () => {
    const base = form({ items: [item('02.a.1', 'low')] })
    const mine = form({ items: [item('02.a.1', 'high'), item('02.a.2', 'low')] })
    const theirs = form({ items: [item('02.b.1', 'medium'), item('02.a.1', 'low', 'thấy vết bầm')] })
    const { merged, conflicts } = merge(base, mine, theirs)
    expect(conflicts).toEqual([])
    expect(itemOf(merged, '02.a.1')).toEqual(item('02.a.1', 'high', 'thấy vết bầm'))
    expect(itemOf(merged, '02.a.2').level).toBe('low')
    expect(itemOf(merged, '02.b.1').level).toBe('medium')
    const both = merge(base, form({ items: [item('02.a.1', 'high')] }), form({ items: [item('02.a.1', 'medium')] }))
    expect(both.conflicts).toEqual([{ path: 'items.02.a.1', mine: 'high', theirs: 'medium' }])
    expect(itemOf(put(both.merged, 'items.02.a.1', 'medium'), '02.a.1').level).toBe('medium')
    expect(itemOf(put(both.merged, 'items.02.a.1.note', 'x'), '02.a.1')).toEqual(item('02.a.1', 'high', 'x'))
  })

  it('keeps the rows that both added, once where they are alike', () => {
    const base = form({ needs: [need('ăn')] })
    const mine = form({ needs: [need('ăn'), need('ngủ'), need('khám')] })
    const theirs = form({ needs: [need('ăn'), need('học'), need('khám')] })
    expect(names(merge(base, mine, theirs).merged)).toEqual(['ăn', 'học', 'khám', 'ngủ'])
    expect(names(merge(form(), mine, form()).merged)).toEqual(['ăn', 'ngủ', 'khám'])
  })

  it('follows rows through insertions and removals of others', () => {
    const base = form({ needs: [need('1'), need('2'), need('3')] })
    const mine = form({ needs: [need('0'), need('1'), need('2'), need('3', 'trạm y tế')] })
    const theirs = form({ needs: [need('2'), need('3')] })
    const { merged, conflicts } = merge(base, mine, theirs)
    expect(conflicts).toEqual([])
    expect(merged.needs).toEqual([need('0'), need('2'), need('3', 'trạm y tế')])
  })

  it('keeps a row that one took out and the other has written in', () => {
    const base = form({ needs: [need('1'), need('2')] })
    const { merged } = merge(base, form({ needs: [need('1')] }), form({ needs: [need('1'), need('2', 'đã hẹn')] }))
    expect(merged.needs).toEqual([need('1'), need('2', 'đã hẹn')])
  })

  it('asks about one cell of a row', () => {
    const base = form({ needs: [need('1'), need('2', 'a')] })
    const { merged, conflicts } = merge(
      base,
      form({ needs: [need('1'), need('2', 'tôi')] }),
      form({ needs: [need('2', 'họ')] }),
    )
    expect(conflicts).toEqual([{ path: 'needs.0.service', mine: 'tôi', theirs: 'họ' }])
    expect(put(merged, 'needs.0.service', 'họ').needs).toEqual([need('2', 'họ')])
  })

  it('takes blank rows and unjudged items for nothing', () => {
    const typed = form({ needs: [need(''), need('x')], items: [item('02.a.1', null)] })
    expect(sameContent(typed, form({ needs: [need('x')] }))).toBe(true)
    expect(tidy(typed).needs).toEqual([need('x')])
  })

  it('never loses what only one of them wrote', () => {
    const texts = fc.constantFrom('', 'a', 'b', 'c')
    const rows = fc.array(
      fc.constantFrom('1', '2', '3', '4').map((name) => need(name)),
      { maxLength: 4 },
    )
    const forms = fc.record({ conclusion: texts, goals: texts, needs: rows }).map((one) => form(one))
    fc.assert(
      fc.property(forms, forms, (base, mine) => {
        expect(sameContent(merge(base, mine, base).merged, mine)).toBe(true)
        expect(sameContent(merge(base, base, mine).merged, mine)).toBe(true)
        expect(merge(base, mine, mine).conflicts).toEqual([])
      }),
    )
  })
})
