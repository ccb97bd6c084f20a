import { describe, expect, it } from 'vitest'
import { toFilters, withChange } from './filters'
import { actionChoices, changesOf, placeOfEntry, predicate, subject } from './sentences'
import { auditTexts } from './texts'

const { vi, en } = auditTexts
const may = () => true

describe('an entry of the log', () => {
  it('is a sentence of the office', () => {
    const accepted = { action: 'tasks.accept', resource: 'tasks', outcome: 'done', changes: {} } as const
    expect(predicate(vi, accepted)).toBe('đã duyệt một nhiệm vụ')
    expect(predicate(en, accepted)).toBe('accepted a task')
    const refused = { action: 'children.read', resource: 'children', outcome: 'denied', changes: {} } as const
    expect(predicate(vi, refused)).toBe('bị từ chối khi xem hồ sơ trẻ em')
    const list = { action: 'summer.take_list', resource: 'summer', outcome: 'done', changes: {} } as const
    expect(predicate(vi, list)).toBe('đã lập danh sách bàn giao từ danh sách của một trường')
    const stranger = { action: 'own.sign_in', resource: 'own', outcome: 'denied', changes: {} } as const
    expect(`${subject(vi, { actor: null, ...stranger })} ${predicate(vi, stranger)}`).toBe(
      'Có người bị từ chối khi đăng nhập bằng tên hoặc mật khẩu không đúng',
    )
    const guess = { ...stranger, changes: { reason: [null, 'otp'] as [unknown, unknown] } }
    expect(predicate(vi, guess)).toBe('bị từ chối khi đăng nhập: mật khẩu đúng, mã xác thực không đúng')
    const within = {
      ...guess,
      action: 'own.disable_totp',
      changes: { reason: [null, 'password'] as [unknown, unknown] },
    }
    expect(predicate(vi, within)).toBe('bị từ chối khi tắt xác thực hai bước')
    expect(subject(vi, { actor: null, outcome: 'done' })).toBe('Hệ thống')
  })

  it('tells a unit from a user by what was changed', () => {
    const made = { action: 'accounts.create', resource: 'accounts', row_id: 'x', outcome: 'done' } as const
    const unit = { ...made, changes: { code: [null, 'thpt'] } }
    const user = { ...made, changes: { username: [null, 'an'] } }
    expect(predicate(vi, unit)).toBe('đã thêm một đơn vị')
    expect(placeOfEntry(unit, may)).toBe('/quan-tri/don-vi')
    expect(predicate(vi, user)).toBe('đã thêm một người dùng')
    expect(placeOfEntry(user, may)).toBe('/quan-tri/nguoi-dung')
    expect(placeOfEntry({ ...made, changes: {} }, may)).toBeNull()
  })

  it('tells what differs, named fields first', () => {
    const changes = {
      id: [null, 'x'],
      merged_into: [null, null],
      due_on: ['2024-06-01', '2024-06-02'],
      title: [null, 'A'],
    }
    expect(changesOf(vi, { changes }).map(({ label, before, after }) => `${label}: ${before} → ${after}`)).toEqual([
      'Tên:  → A',
      'Hạn: 2024-06-01 → 2024-06-02',
      'id:  → x',
    ])
  })

  it('tells what was done with a safety plan', () => {
    for (const verb of ['draft', 'update', 'approve', 'return', 'print']) {
      const act = { action: `safety_plans.${verb}`, resource: 'safety_plans', row_id: 'x', changes: {} }
      expect(predicate(vi, { ...act, outcome: 'done' })).toContain('phương án an toàn')
      expect(predicate(en, { ...act, outcome: 'done' })).toContain('safety plan')
      expect(placeOfEntry(act, may)).toBe('/lich/x/an-toan')
    }
  })

  it('says the server’s word where it has none of its own', () => {
    expect(predicate(vi, { action: 'hazards.approve', resource: 'hazards', outcome: 'done', changes: {} })).toContain(
      'hazards.approve',
    )
  })

  it('leads to a page that its reader may open', () => {
    const look = { action: 'children.read', resource: 'children', row_id: 'x', changes: {} }
    expect(placeOfEntry(look, may)).toBe('/tre-em/x')
    expect(placeOfEntry(look, (resource) => resource !== 'children')).toBeNull()
    expect(placeOfEntry({ ...look, action: 'children.export' }, may)).toBeNull()
    expect(placeOfEntry({ action: 'own.sign_in', resource: 'own', row_id: 'x', changes: {} }, may)).toBeNull()
    expect(placeOfEntry({ action: 'accounts.delegate', resource: 'accounts', row_id: 'x', changes: {} }, may)).toBe(
      '/quan-tri/uy-quyen',
    )
  })
})

describe('the filters', () => {
  it('offer the actions of their subject and outcome', () => {
    expect(actionChoices(vi, 'wards', false).map(({ value }) => value)).toEqual([
      'wards.set_up',
      'wards.update',
      'wards.add_holiday',
      'wards.remove_holiday',
    ])
    expect(actionChoices(vi, 'audit', true)[0]).toEqual({ value: 'audit.read', label: 'xem nhật ký' })
    expect(new Set(actionChoices(vi, undefined, true).map(({ value }) => value)).size).toBe(
      actionChoices(vi, undefined, true).length,
    )
  })

  it('let go of an action when its subject changes', () => {
    const params = new URLSearchParams('muc=tasks&viec=tasks.accept&tu=2024-06-01')
    expect(withChange(params, { muc: 'plans' }).toString()).toBe('muc=plans&tu=2024-06-01')
    expect(toFilters(params)).toEqual({ resource: 'tasks', action: 'tasks.accept', from: '2024-06-01' })
  })
})
