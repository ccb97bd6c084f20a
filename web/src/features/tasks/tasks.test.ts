import { describe, expect, it } from 'vitest'
import { span } from './components/TaskTimeline'
import { activeFilters, toQuery, toRemembered, toSaved, viewOf } from './filters'
import { createBody, emptyTask, fieldWords, patchBody, taskSchema, type TaskValues } from './taskForm'
import { taskTexts } from './texts'
import { differences, merged } from '@/lib/merge'
import { check } from '@/lib/validate'

const values: TaskValues = { ...emptyTask, title: 'Treo băng-rôn', lead_unit_id: 'u', due_on: '2024-06-28' }

describe('filters in the address', () => {
  it('become the query of the API and nothing else', () => {
    const params = new URLSearchParams('q=duong&trang-thai=assigned,returned&qua-han=1&cua-toi=1&xem=bang&la=1')
    expect(toQuery(params)).toEqual({
      q: 'duong',
      status: 'assigned,returned',
      overdue: true,
      mine: true,
      sort: 'due_on',
    })
    expect(activeFilters(params)).toEqual(['q', 'trang-thai', 'qua-han', 'cua-toi'])
    expect(viewOf(params)).toBe('bang')
    expect(viewOf(new URLSearchParams('xem=khac'))).toBe('danh-sach')
    expect(toSaved(new URLSearchParams('xem=bang&q=&qua-han=1'))).toBe('qua-han=1&xem=bang')
    expect(toRemembered(new URLSearchParams('q=loa&xem=bang'))).toBe('xem=bang')
  })
})

describe('task form', () => {
  const errors = (over: Partial<TaskValues>) =>
    Object.keys(check(taskSchema(taskTexts.vi.form), { ...values, ...over }))
  it('asks for what a task cannot be without', () => {
    expect(errors({})).toEqual([])
    expect(errors({ title: ' ', lead_unit_id: null, due_on: null })).toEqual(['title', 'lead_unit_id', 'due_on'])
    expect(errors({ each_unit: true })).toEqual(['joining_unit_ids'])
    expect(errors({ starts_on: '2024-06-29' })).toEqual(['due_on'])
  })

  it('sends only what was changed', () => {
    expect(patchBody(values, { ...values, due_on: '2024-06-29' })).toEqual({ due_on: '2024-06-29' })
    expect(patchBody(values, values)).toEqual({})
    expect(createBody({ ...values, target: 6, measure: 'tuyến' })).toMatchObject({
      target: 6,
      measure: 'tuyến',
      plan_id: null,
    })
  })

  it('shows a stale edit field by field and merges the choice', () => {
    const mine = { ...values, title: 'Của tôi', due_on: '2024-06-29' }
    const theirs = { ...values, title: 'Của họ', description: 'thêm' }
    const versions = { base: values, mine, theirs }
    const words = fieldWords(taskTexts.vi.form, (id) => id)
    const found = differences(versions, words)
    expect(found).toEqual([
      { field: 'title', label: 'Tên việc', mine: 'Của tôi', theirs: 'Của họ' },
      { field: 'due_on', label: 'Hạn hoàn thành', mine: '29/06/2024', theirs: '28/06/2024' },
    ])
    expect(merged(versions, words, new Set(['due_on']))).toMatchObject({
      title: 'Của họ',
      due_on: '2024-06-29',
      description: 'thêm',
    })
  })
})

describe('timeline', () => {
  it('spans the tasks and today, and does not let one old task squeeze the month', () => {
    expect(span([{ starts_on: '2024-06-01', due_on: '2024-06-30' }], '2024-06-10')).toEqual({
      from: '2024-05-31',
      days: 32,
    })
    expect(span([{ starts_on: '2020-01-01', due_on: '2024-06-30' }], '2024-06-10').days).toBeLessThanOrEqual(125)
  })
  it('shows a plan of another year in its own days', () => {
    expect(span([{ starts_on: '2024-06-01', due_on: '2024-06-30' }], '2026-11-26')).toEqual({
      from: '2024-05-31',
      days: 32,
    })
    expect(span([{ starts_on: null, due_on: '2024-06-30' }], '2024-07-20')).toEqual({ from: '2024-06-29', days: 23 })
    expect(span([], '2024-06-10')).toEqual({ from: '2024-06-09', days: 3 })
  })
})
