import { describe, expect, it } from 'vitest'
import type { Preview, PreviewTask } from '@/api/types'
import { refusalOf } from './importDraft'
import {
  addTask,
  changeTask,
  emptyPreview,
  findPlace,
  firstClause,
  missingOf,
  pathsOf,
  removeTask,
  restoreTask,
  rowsOf,
  sureness,
} from './preview'

const task = (over: Partial<PreviewTask>): PreviewTask => ({
  key: 'k',
  section_key: 'V.1',
  title: 'Rà soát',
  description: '',
  lead_unit_kind: 'social_policy',
  lead_unit_name: null,
  lead_unit_id: 'u',
  joining_unit_ids: [],
  all_units_of_kind: false,
  expand: null,
  due_on: '2024-06-30',
  due_source: 'plan_end',
  confidence: 0.9,
  reasons: [],
  source: '',
  ...over,
})
const section = {
  key: 'V.1',
  number: '1',
  title: 'Công chức chính sách xã hội',
  body: 'Là đầu mối theo dõi, đôn đốc.\n\nRà soát, lập danh sách trẻ em *có hoàn cảnh* đặc biệt.',
  parent_key: 'V',
}
const preview: Preview = {
  ...emptyPreview(2024),
  sections: [{ key: 'V', number: 'V', title: 'TỔ CHỨC THỰC HIỆN', body: '', parent_key: null }, section],
  tasks: [
    task({ key: 'a', source: 'Rà soát, lập danh sách trẻ em có hoàn cảnh đặc biệt.' }),
    task({ key: 'b', source: 'Không có ở đây' }),
  ],
}

describe('import preview', () => {
  it('puts each task beside its paragraph, once, and loses none', () => {
    const rows = rowsOf(section, preview.tasks)
    expect(rows.map((row) => row.tasks.map((t) => t.key))).toEqual([[], ['a'], ['b']])
    expect(rows[2]?.paragraph).toBeNull()
  })

  it('knows what is missing and how sure the reader is', () => {
    expect(missingOf(task({}))).toEqual([])
    expect(missingOf(task({ title: ' ', lead_unit_id: null, due_on: null }))).toEqual(['title', 'unit', 'due'])
    expect(missingOf(task({ lead_unit_id: null, all_units_of_kind: true }))).toEqual([])
    expect([0.9, 0.8, 0.7, 0.5].map((confidence) => sureness(task({ confidence })))).toEqual([
      'sure',
      'sure',
      'likely',
      'look',
    ])
  })

  it('changes, removes, restores and adds without touching the rest', () => {
    expect(changeTask(preview, 'a', { title: 'Mới' }).tasks.map((t) => t.title)).toEqual(['Mới', 'Rà soát'])
    const removed = removeTask(preview, 'a')
    expect(restoreTask(removed, preview.tasks[0]!, 0).tasks).toEqual(preview.tasks)
    const added = addTask(preview, 'n', 'V.1', 'Tổ chức lớp dạy bơi; phối hợp với nhà trường.')
    expect(added.tasks.at(-1)).toMatchObject({
      key: 'n',
      title: 'Tổ chức lớp dạy bơi',
      section_key: 'V.1',
      due_on: '2024-06-30',
    })
    expect(firstClause('x'.repeat(300)).length).toBeLessThanOrEqual(160)
  })

  it('finds the place of a warning and the whole path of a section', () => {
    expect(findPlace(preview.sections, 'lập danh sách trẻ em')).toBe('row-V.1-1')
    expect(findPlace(preview.sections, '1. Công chức chính sách xã hội')).toBe('section-V.1')
    expect(findPlace(preview.sections, 'không đâu cả')).toBeNull()
    expect(pathsOf(preview.sections).get('V.1')).toBe('V.1')
  })

  it('refuses files that cannot be read before they travel', () => {
    expect(refusalOf({ name: 'ke-hoach.docx', size: 42_638 })).toBeNull()
    expect(refusalOf({ name: 'ke-hoach.pdf', size: 10 })).toBe('wrongType')
    expect(refusalOf({ name: 'ke-hoach.doc', size: 10 })).toBe('wrongType')
    expect(refusalOf({ name: 'a.txt', size: 0 })).toBe('empty')
    expect(refusalOf({ name: 'a.docx', size: 21 * 1_048_576 })).toBe('tooBig')
  })
})
