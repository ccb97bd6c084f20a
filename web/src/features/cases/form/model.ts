/** Which fields a form has, in which order; the server says which are missing. Pure. */
import type { CaseBlock, CaseCatalogue } from '@/api/types'
import type { formTexts } from './texts'
import type { FormKind } from '../steps'
import { itemOf, LISTS, type Content, type List } from './merge'

export type FieldName = keyof (typeof formTexts)['vi']['field']
export type SectionName = keyof (typeof formTexts)['vi']['section']

export type FieldKind = 'area' | 'line' | 'date' | 'moment' | 'danger' | 'emergency' | 'outcome' | 'rows'

export interface FieldDef {
  name: FieldName
  kind: FieldKind
  optional?: true
}

/** `items` stands for the blocks of the catalogue. */
export type Section = { name: SectionName; fields: FieldDef[] } | 'items'

const area = (name: FieldName, optional?: true): FieldDef => ({ name, kind: 'area', optional })
const line = (name: FieldName, optional?: true): FieldDef => ({ name, kind: 'line', optional })
const needs: Section = { name: 'needs', fields: [{ name: 'needs', kind: 'rows', optional: true }] }

export const SECTIONS: Record<FormKind, Section[]> = {
  initial_assessment: [
    { name: 'when', fields: [{ name: 'on', kind: 'date' }] },
    'items',
    {
      name: 'conclusion',
      fields: [
        { name: 'danger_level', kind: 'danger' },
        { name: 'is_emergency', kind: 'emergency' },
        area('conclusion'),
      ],
    },
    needs,
  ],
  detailed_assessment: [
    { name: 'when', fields: [{ name: 'on', kind: 'date' }] },
    { name: 'state', fields: [area('physical'), area('psychological'), area('emotional', true)] },
    {
      name: 'family',
      fields: [
        area('family'),
        area('relations', true),
        area('protective_capacity', true),
        area('care_environment', true),
        area('offender', true),
      ],
    },
    { name: 'wishes', fields: [area('child_wishes', true), area('parents_wishes', true)] },
    'items',
    needs,
    { name: 'conclusion', fields: [area('conclusion')] },
  ],
  needs_meeting: [
    {
      name: 'meeting',
      fields: [{ name: 'held_at', kind: 'moment' }, line('place', true), line('chair'), line('secretary', true)],
    },
    { name: 'people', fields: [{ name: 'participants', kind: 'rows' }] },
    { name: 'opinions', fields: [area('opinions', true), area('child_wishes', true), area('parents_wishes', true)] },
    { name: 'needs', fields: [{ name: 'needs', kind: 'rows' }] },
    { name: 'conclusion', fields: [area('conclusion')] },
  ],
  support_plan: [
    { name: 'goals', fields: [area('goals')] },
    { name: 'activities', fields: [{ name: 'activities', kind: 'rows' }] },
    { name: 'review', fields: [{ name: 'review_on', kind: 'date' }] },
  ],
  review: [
    { name: 'when', fields: [{ name: 'on', kind: 'date' }] },
    'items',
    { name: 'state', fields: [area('child_state'), area('environment', true)] },
    { name: 'conclusion', fields: [{ name: 'outcome', kind: 'outcome' }, area('conclusion')] },
  ],
}

export const LEVELS = ['high', 'medium', 'low'] as const

export const blocksOf = (catalogue: CaseCatalogue, kind: FormKind): CaseBlock[] =>
  catalogue.blocks.filter((block) => block.form === kind)

export function totals(block: CaseBlock, content: Content) {
  const count = { high: 0, medium: 0, low: 0, left: 0 }
  for (const { code } of block.items) count[itemOf(content, code).level ?? 'left'] += 1
  return count
}

export const EMPTY_ROW: Record<List, Record<string, unknown>> = {
  needs: { need: '', service: '', provider: '' },
  participants: { name: '', position: '' },
  activities: {
    what: '',
    who: '',
    unit_id: null,
    with: '',
    from: null,
    to: null,
    cost: 0,
    source: '',
    expected: '',
    followed_by: '',
  },
}

export const isList = (name: string): name is List => LISTS.includes(name as List)

/** The server's `activities[0].to` as the form names it: `activities.0.to`. */
export const pathOf = (field: string): string => field.replace(/^content\./, '').replace(/\[(\d+)\]/g, '.$1')

/** One id a field, made of its path. */
export const idOf = (path: string): string => `mau-${path}`

/** Fields in the order in which they stand on the page, so that "the first" is the one on top. */
export function inOrder(paths: string[], kind: FormKind, catalogue: CaseCatalogue): string[] {
  const order: string[] = []
  for (const section of SECTIONS[kind]) {
    if (section === 'items') {
      for (const block of blocksOf(catalogue, kind)) order.push(...block.items.map((item) => `items.${item.code}`))
    } else order.push(...section.fields.map((field) => field.name))
  }
  const place = (path: string) => {
    const at = order.findIndex((name) => path === name || path.startsWith(`${name}.`))
    return at < 0 ? order.length : at
  }
  return [...paths].sort((a, b) => place(a) - place(b))
}
