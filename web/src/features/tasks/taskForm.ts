/** The form of a task: its values, its checks, and how they become a body of the API. */
import * as z from 'zod/mini'
import type { Priority, Task, TaskCreate, TaskPatch } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { changed, type FieldWords } from '@/lib/merge'
import { nfc } from '@/lib/text'
import type { taskTexts } from './texts'

export interface TaskValues {
  plan_id: string | null
  section_id: string | null
  title: string
  description: string
  lead_unit_id: string | null
  joining_unit_ids: string[]
  each_unit: boolean
  starts_on: string | null
  due_on: string | null
  priority: Priority
  target: number | string
  measure: string
  evidence_required: number | string
  upper_number: string
  upper_date: string | null
}

export const emptyTask: TaskValues = {
  plan_id: null,
  section_id: null,
  title: '',
  description: '',
  lead_unit_id: null,
  joining_unit_ids: [],
  each_unit: false,
  starts_on: null,
  due_on: null,
  priority: 'normal',
  target: '',
  measure: '',
  evidence_required: 0,
  upper_number: '',
  upper_date: null,
}

export function valuesOf(task: Task): TaskValues {
  return {
    plan_id: task.plan_id ?? null,
    section_id: task.section_id ?? null,
    title: task.title,
    description: task.description ?? '',
    lead_unit_id: task.lead_unit_id,
    joining_unit_ids: task.joining_unit_ids,
    each_unit: task.each_unit,
    starts_on: task.starts_on ?? null,
    due_on: task.due_on,
    priority: task.priority,
    target: task.target ?? '',
    measure: task.measure ?? '',
    evidence_required: task.evidence_required,
    upper_number: task.upper_document?.number ?? '',
    upper_date: task.upper_document?.date ?? null,
  }
}

type FormTexts = (typeof taskTexts)['vi']['form']

export function taskSchema(t: FormTexts) {
  return z
    .object({
      title: z.string().check(z.trim(), z.minLength(3, t.missingTitle), z.maxLength(500)),
      lead_unit_id: z.string(t.missingLead),
      due_on: z.string(t.missingDue),
      starts_on: z.nullable(z.string()),
      each_unit: z.boolean(),
      joining_unit_ids: z.array(z.string()),
    })
    .check(
      z.refine((v) => !v.each_unit || v.joining_unit_ids.length > 0, {
        message: t.missingJoining,
        path: ['joining_unit_ids'],
      }),
      z.refine((v) => !v.starts_on || v.starts_on <= v.due_on, { message: t.wrongOrder, path: ['due_on'] }),
    )
}

function bodyOf(values: TaskValues) {
  return {
    section_id: values.section_id,
    title: nfc(values.title),
    description: nfc(values.description),
    lead_unit_id: values.lead_unit_id!,
    joining_unit_ids: values.joining_unit_ids,
    each_unit: values.each_unit,
    starts_on: values.starts_on,
    due_on: values.due_on!,
    priority: values.priority,
    target: values.target === '' ? null : Number(values.target),
    measure: nfc(values.measure) || null,
    evidence_required: Number(values.evidence_required || 0),
    upper_document: values.upper_number.trim() ? { number: nfc(values.upper_number), date: values.upper_date } : null,
  }
}

export function createBody(values: TaskValues): TaskCreate {
  return { ...bodyOf(values), plan_id: values.plan_id }
}

/** Only what the person has changed: a merge patch must not carry away somebody else's work. */
export const patchBody = (before: TaskValues, after: TaskValues): TaskPatch => changed(bodyOf(before), bodyOf(after))

/** All that I changed is asked of, also where I was alone in it. */
export const fieldWords = (
  t: FormTexts,
  unitName: (id: string) => string,
): FieldWords<TaskValues, Exclude<keyof TaskValues, 'plan_id'>> => ({
  askAll: true,
  labels: {
    section_id: t.section,
    title: t.title,
    description: t.description,
    lead_unit_id: t.lead,
    joining_unit_ids: t.joining,
    each_unit: t.each,
    starts_on: t.start,
    due_on: t.due,
    priority: t.priority,
    target: t.target,
    measure: t.measure,
    evidence_required: t.evidence,
    upper_number: t.upperNumber,
    upper_date: t.upperDate,
  },
  show: (field, values) => {
    const value = values[field]
    if (value === null || value === '') return ''
    if (field === 'due_on' || field === 'starts_on' || field === 'upper_date') return formatDate(String(value))
    if (field === 'lead_unit_id') return unitName(String(value))
    if (field === 'joining_unit_ids') return values.joining_unit_ids.map(unitName).join(', ')
    return String(value)
  },
})
