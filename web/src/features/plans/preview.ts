/** Rules of the import preview: which task stands beside which paragraph, what is still missing. Pure. */
import type { Preview, PreviewSection, PreviewTask } from '@/api/types'

export type Sureness = 'sure' | 'likely' | 'look'

export function sureness(task: PreviewTask): Sureness {
  if (task.confidence >= 0.8) return 'sure'
  return task.confidence >= 0.6 ? 'likely' : 'look'
}

/** Typography and spacing differ between a paragraph and the sentence taken from it. */
export function squash(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[*_“”"'‘’]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

export function paragraphsOf(body: string): string[] {
  return body
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
}

export interface PreviewRow {
  /** Null for tasks that belong to the section but to no paragraph of it. */
  paragraph: string | null
  id: string
  tasks: PreviewTask[]
}

function belongs(paragraph: string, task: PreviewTask): boolean {
  const source = squash(task.source ?? '')
  if (!source) return false
  const text = squash(paragraph)
  if (text.includes(source) || source.includes(text)) return true
  // A sentence may be cut by the end of a page: its beginning is enough.
  return source.length > 40 && text.includes(source.slice(0, 40))
}

/** Every paragraph of a section with the tasks read from it; each task appears once. */
export function rowsOf(section: PreviewSection, tasks: PreviewTask[]): PreviewRow[] {
  const own = tasks.filter((task) => task.section_key === section.key)
  const left = new Set(own)
  const rows: PreviewRow[] = paragraphsOf(section.body).map((paragraph, index) => {
    const here = own.filter((task) => left.has(task) && belongs(paragraph, task))
    for (const task of here) left.delete(task)
    return { paragraph, id: `${section.key}-${index}`, tasks: here }
  })
  if (left.size > 0) rows.push({ paragraph: null, id: `${section.key}-rest`, tasks: [...left] })
  return rows
}

export function pathsOf(sections: PreviewSection[]): Map<string, string> {
  const paths = new Map<string, string>()
  const byKey = new Map(sections.map((s) => [s.key, s]))
  const path = (section: PreviewSection): string => {
    const parent = section.parent_key ? byKey.get(section.parent_key) : undefined
    return parent ? `${path(parent)}.${section.number}` : section.number
  }
  for (const section of sections) paths.set(section.key, path(section))
  return paths
}

export function depthOf(sections: PreviewSection[], section: PreviewSection): number {
  const byKey = new Map(sections.map((s) => [s.key, s]))
  let depth = 0
  let current = section
  while (current.parent_key && depth < 6) {
    const parent = byKey.get(current.parent_key)
    if (!parent) break
    current = parent
    depth += 1
  }
  return depth
}

/** The row that a warning speaks of. */
export function findPlace(sections: PreviewSection[], source: string | null | undefined): string | null {
  const wanted = squash(source ?? '')
  if (!wanted) return null
  for (const section of sections) {
    const heading = squash(`${section.number}. ${section.title}`)
    if (heading.includes(wanted) || wanted.includes(squash(section.title))) return `section-${section.key}`
    const index = paragraphsOf(section.body).findIndex((p) => squash(p).includes(wanted) || wanted.includes(squash(p)))
    if (index >= 0) return `row-${section.key}-${index}`
  }
  return null
}

export type Missing = 'title' | 'unit' | 'due'

export function missingOf(task: PreviewTask): Missing[] {
  const missing: Missing[] = []
  if (!task.title.trim()) missing.push('title')
  if (!task.lead_unit_id && !task.all_units_of_kind) missing.push('unit')
  if (!task.due_on) missing.push('due')
  return missing
}

export function changeTask(preview: Preview, key: string, change: Partial<PreviewTask>): Preview {
  return { ...preview, tasks: preview.tasks.map((task) => (task.key === key ? { ...task, ...change } : task)) }
}

export function removeTask(preview: Preview, key: string): Preview {
  return { ...preview, tasks: preview.tasks.filter((task) => task.key !== key) }
}

/** Puts a removed task back where it was. */
export function restoreTask(preview: Preview, task: PreviewTask, index: number): Preview {
  return { ...preview, tasks: preview.tasks.toSpliced(index, 0, task) }
}

export function addTask(preview: Preview, key: string, sectionKey: string | null, source: string | null): Preview {
  const task: PreviewTask = {
    key,
    section_key: sectionKey,
    title: source ? firstClause(source) : '',
    description: source ?? '',
    lead_unit_kind: null,
    lead_unit_name: null,
    lead_unit_id: null,
    joining_unit_ids: [],
    all_units_of_kind: false,
    expand: null,
    due_on: preview.ends_on,
    due_source: 'plan_end',
    confidence: 1,
    reasons: [],
    source: source ?? '',
  }
  return { ...preview, tasks: [...preview.tasks, task] }
}

export function firstClause(text: string): string {
  const clause = text.replace(/[*_]/g, '').split(/[;.:]/)[0]?.trim() ?? ''
  return clause.length > 160 ? `${clause.slice(0, 157).trimEnd()}…` : clause
}

export function emptyPreview(year: number): Preview {
  return {
    title: '',
    year,
    issuer: '',
    number: null,
    issued_on: null,
    theme: '',
    slogans: [],
    starts_on: `${year}-06-01`,
    ends_on: `${year}-06-30`,
    legal_bases: [],
    hotlines: [],
    signed_by: null,
    recipients: [],
    sections: [],
    tasks: [],
    warnings: [],
    opening: '',
    closing: '',
  }
}
