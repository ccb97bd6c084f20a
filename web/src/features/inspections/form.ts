/** What is written of an inspection, for planning it and for changing it. Pure. */
import * as z from 'zod/mini'
import type { Inspection, InspectionPatch, NewInspection } from '@/api/types'
import { changed } from '@/lib/merge'
import { nfc } from '@/lib/text'
import type { inspectionTexts } from './texts'

export interface MemberValues {
  name: string
  position: string
}

export interface InspectionValues {
  kind: Inspection['kind']
  title: string
  purpose: string
  starts_on: string | null
  ends_on: string | null
  lead_unit_id: string | null
  unit_ids: string[]
  members: MemberValues[]
  topics: { code: string; text: string }[]
  section_id: string | null
}

export const emptyInspection = (today: string, unit: string): InspectionValues => ({
  kind: 'inspection',
  title: '',
  purpose: '',
  starts_on: today,
  ends_on: null,
  lead_unit_id: unit,
  unit_ids: [],
  members: [{ name: '', position: '' }],
  topics: [],
  section_id: null,
})

export const valuesOf = (row: Inspection): InspectionValues => ({
  kind: row.kind,
  title: row.title,
  purpose: row.purpose,
  starts_on: row.starts_on,
  ends_on: row.ends_on,
  lead_unit_id: row.lead_unit_id,
  unit_ids: row.units.map((unit) => unit.id),
  members: row.members.map(({ name, position = '' }) => ({ name, position })),
  topics: row.topics.map(({ code = '', text }) => ({ code, text })),
  section_id: row.section_id ?? null,
})

type Words = (typeof inspectionTexts)['vi']['form']

export const inspectionSchema = (t: Words) =>
  z
    .object({
      title: z.string().check(z.trim(), z.minLength(1, t.nameMissing)),
      starts_on: z.string(t.dayMissing),
      ends_on: z.string(t.dayMissing),
      lead_unit_id: z.string(t.leadMissing),
      unit_ids: z.array(z.string()).check(z.minLength(1, t.unitsMissing)),
      topics: z.array(z.object({ text: z.string().check(z.trim(), z.minLength(1, t.topicMissing)) })),
    })
    .check(z.refine((values) => values.ends_on >= values.starts_on, { message: t.endBefore, path: ['ends_on'] }))

/** A line of the team that was left empty is none. */
export const named = (members: MemberValues[]) =>
  members
    .map((one) => ({ name: nfc(one.name), position: nfc(one.position) }))
    .filter((one) => one.name !== '' || one.position !== '')

export const toBody = (values: InspectionValues, plan: string | null): NewInspection => ({
  kind: values.kind,
  title: nfc(values.title),
  purpose: nfc(values.purpose),
  starts_on: values.starts_on!,
  ends_on: values.ends_on!,
  lead_unit_id: values.lead_unit_id,
  unit_ids: values.unit_ids,
  members: named(values.members),
  topics: values.topics.map(({ code, text }) => ({ code, text: nfc(text) })),
  plan_id: values.section_id ? plan : null,
  section_id: values.section_id,
})

/** Only what was changed is sent: the rest stays as others have left it. */
export const patchOf = (base: InspectionValues, mine: InspectionValues, plan: string | null): InspectionPatch =>
  changed(toBody(base, plan), toBody(mine, plan)) as InspectionPatch
