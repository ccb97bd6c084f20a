/** What an entry says in the words of the office. */
import type { AuditEntry } from '@/api/types'
import type { Can } from '@/app/session'
import { placeOf } from '@/lib/places'
import type { AuditTexts } from './texts'

const verbOf = (action: string) => action.split('.').at(-1) ?? action

type Words = Record<string, string>

type Told = Pick<AuditEntry, 'action' | 'changes'>

/** Accounts and units are one right and share their verbs; their fields differ. */
function accountKind({ action, changes }: Told): 'user' | 'unit' | null {
  const verb = verbOf(action)
  if (verb.endsWith('_machine')) return null
  if (['merge', 'close'].includes(verb) || 'code' in changes || 'kind' in changes || 'name' in changes) return 'unit'
  if (['disable', 'enable', 'reset_password', 'reset_totp', 'end_sessions'].includes(verb)) return 'user'
  return 'username' in changes || 'full_name' in changes || 'role' in changes ? 'user' : null
}

function told(t: AuditTexts, row: Told): string {
  const { action } = row
  const [resource = ''] = action.split('.')
  const kind = resource === 'accounts' ? accountKind(row) : null
  const own = kind === 'user' ? t.userActs : kind === 'unit' ? t.unitActs : {}
  const acts = (t.acts as Record<string, Words | undefined>)[resource]
  return (own as Words)[verbOf(action)] ?? acts?.[verbOf(action)] ?? t.another(action)
}

function tried(t: AuditTexts, action: string, resource: string, reason?: unknown): string {
  if (action === 'own.sign_in' && reason === 'otp') return t.wrongCode
  if (action === 'own.sign_in' && reason === 'first_password_expired') return t.lateFirstPassword
  if (action === 'own.sign_in') return t.wrongPassword
  if (action === 'wards.set_up') return t.wrongSetupCode
  if (action === 'own.machine_token') return t.wrongSecret
  if (action === 'own.refresh_reused') return t.copiedSession
  const verb = (t.tried as Words)[verbOf(action)]
  const object = (t.objects as Words)[resource]
  // A wrong password or code within one's own account: what they were about to do.
  if (resource === 'own' && reason) return (t.acts.own as Words)[verbOf(action)] ?? t.another(action)
  return verb && object ? `${verb} ${object}` : t.another(action)
}

/** The sentence without its subject: "đã duyệt một nhiệm vụ", "bị từ chối khi xem nhật ký". */
export function predicate(t: AuditTexts, row: Told & Pick<AuditEntry, 'resource' | 'outcome'>): string {
  return row.outcome === 'denied'
    ? t.wasRefused(tried(t, row.action, row.resource, row.changes['reason']?.[1]))
    : t.did(told(t, row))
}

/** Who did it: a person, a job of the system, or somebody whom a refused sign-in does not name. */
export function subject(t: AuditTexts, row: Pick<AuditEntry, 'actor' | 'outcome'>): string {
  return row.actor?.full_name ?? (row.outcome === 'denied' ? t.somebody : t.system)
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** What differs, in words: the fields that have a name first, in its order; then those of the program. */
export function changesOf(t: AuditTexts, row: Pick<AuditEntry, 'changes'>) {
  const names = Object.keys(t.fields)
  const rank = (field: string) => (names.includes(field) ? names.indexOf(field) : names.length)
  return Object.entries(row.changes)
    .map(([field, [before, after]]) => ({
      field,
      label: (t.fields as Words)[field] ?? field,
      before: shown(before),
      after: shown(after),
    }))
    .filter(({ before, after }) => before !== after)
    .toSorted((a, b) => rank(a.field) - rank(b.field) || a.field.localeCompare(b.field))
}

export interface Choice {
  value: string
  label: string
}

/** The actions that can be chosen, within a subject where one is chosen. */
export function actionChoices(t: AuditTexts, resource: string | undefined, denied: boolean): Choice[] {
  if (!denied) {
    return Object.entries(t.acts as Record<string, Words>)
      .filter(([name]) => !resource || name === resource)
      .flatMap(([name, acts]) => Object.entries(acts).map(([verb, label]) => ({ value: `${name}.${verb}`, label })))
  }
  const refused = ['own.sign_in', 'own.machine_token', 'own.refresh_reused'].map((value) => ({
    value,
    label: tried(t, value, 'own'),
  }))
  const tries = Object.entries(t.objects as Words).flatMap(([name, object]) =>
    Object.entries(t.tried as Words).map(([verb, label]) => ({
      value: `${name}.${verb}`,
      label: `${label} ${object}`,
    })),
  )
  return [...refused, ...tries].filter(({ value }) => !resource || value.startsWith(`${resource}.`))
}

const PAGES = [
  'tasks',
  'plans',
  'obstacles',
  'events',
  'children',
  'communications',
  'inspections',
  'recommendations',
  'commendations',
  'safety_plans',
  'reports',
  'webhooks',
  'breaches',
]
/** These name their reader or their ward, and no row that has a page. */
const WITHOUT_ROW = [
  'export',
  'bulk',
  'preview_import',
  'correct_import',
  'judge_import',
  'import',
  'undo_import',
  'export_rejected',
  'erase',
  'create_campaign',
  'update_campaign',
  'create_decision',
]

/** Where the row is that was changed; nothing where there is no page or the reader may not open it. */
export function placeOfEntry(row: Told & Pick<AuditEntry, 'resource' | 'row_id'>, can: Can): string | null {
  const verb = verbOf(row.action)
  if (row.resource === 'accounts') {
    if (!can('accounts', 'read')) return null
    if (verb.endsWith('_machine')) return '/quan-tri/tai-khoan-may'
    return verb.includes('delegat') ? '/quan-tri/uy-quyen' : placeOfAccount(row)
  }
  // Reminders are of a plan's reports.
  if (row.action === 'reports.remind') return can('reports', 'read') ? placeOf('reports_due', row.row_id) : null
  if (!row.row_id || !PAGES.includes(row.resource) || WITHOUT_ROW.includes(verb)) return null
  return can(row.resource, 'read') ? placeOf(row.resource, row.row_id) : null
}

function placeOfAccount(row: Told): string | null {
  const kind = accountKind(row)
  return kind && (kind === 'unit' ? '/quan-tri/don-vi' : '/quan-tri/nguoi-dung')
}
