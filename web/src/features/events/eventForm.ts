/** The form of an event: its values, its checks, and how they become a body of the API. Pure. */
import * as z from 'zod/mini'
import type { Event, EventCreate, EventDraft, EventKind, EventPatch } from '@/api/types'
import type { PlainDate } from '@/lib/dates'
import { instantAt } from '@/lib/eventTimes'
import { changed, same } from '@/lib/merge'
import { nfc } from '@/lib/text'
import { parsePoint, pointText } from '@/lib/points'
import { parseHour } from '@/ui/MomentField'
import type { eventFormTexts } from './formTexts'
import type { Repeat } from './series'

export interface EventValues {
  title: string
  kind: EventKind | null
  starts_at: string | null
  ends_at: string | null
  place: string
  /** As map programs write it; empty for none. */
  point: string
  neighborhood_id: string | null
  lead_unit_id: string | null
  joining_unit_ids: string[]
  section_id: string | null
  task_id: string | null
  details: {
    purpose: string
    audience: string
    form: string
    contribution: string
    note: string
    capacity: number | string
    programme: { time: string; what: string; who: string }[]
    staff: { name: string; phone: string; duty: string }[]
  }
  conditions: Event['conditions']
  expected_children: number | string
  expected_adults: number | string
  budget: { source: 'state' | 'mobilised'; planned: number | string; spent: number | string; note: string }[]
  is_public: boolean
  repeat: Repeat
}

export type Conditions = Required<Event['conditions']>

const NONE: Conditions = { near_water: false, on_road: false, with_fire: false, outdoors: false }
const DEFAULTS: Partial<Record<EventKind, Partial<Conditions>>> = {
  swimming_class: { near_water: true },
  camp: { outdoors: true, with_fire: true },
  excursion: { outdoors: true, on_road: true },
  festival: { outdoors: true },
  launch: { outdoors: true },
  sport: { outdoors: true },
}

/** What an event of a kind usually is; the person may say otherwise. */
export const conditionsOf = (kind: EventKind | null): Conditions => ({ ...NONE, ...(kind ? DEFAULTS[kind] : {}) })

/** The conditions after another kind was chosen: untouched ones follow it. */
export function conditionsAfter(values: EventValues, kind: EventKind | null): Conditions {
  const current = { ...NONE, ...values.conditions }
  return same(current, conditionsOf(values.kind)) ? conditionsOf(kind) : current
}

const TWO_HOURS = 2 * 3_600_000

/** The end after the beginning has moved: it keeps the length, and is two hours later where there was none. */
export function endAfter(values: Pick<EventValues, 'starts_at' | 'ends_at'>, starts: string | null): string | null {
  if (!starts) return values.ends_at
  const length =
    values.starts_at && values.ends_at ? Date.parse(values.ends_at) - Date.parse(values.starts_at) : TWO_HOURS
  return new Date(Date.parse(starts) + (length > 0 ? length : TWO_HOURS)).toISOString()
}

export function emptyEvent(unit: string, day: PlainDate | null): EventValues {
  const starts_at = day ? instantAt(day, 8 * 60) : null
  return {
    title: '',
    kind: null,
    starts_at,
    ends_at: endAfter({ starts_at: null, ends_at: null }, starts_at),
    place: '',
    point: '',
    neighborhood_id: null,
    lead_unit_id: unit,
    joining_unit_ids: [],
    section_id: null,
    task_id: null,
    details: {
      purpose: '',
      audience: '',
      form: '',
      contribution: '',
      note: '',
      capacity: '',
      programme: [],
      staff: [],
    },
    conditions: NONE,
    expected_children: '',
    expected_adults: '',
    budget: [],
    is_public: false,
    repeat: { on: false, every: 'week', weekdays: [], until: null },
  }
}

export function valuesOf(event: Event): EventValues {
  const { details } = event
  return {
    ...emptyEvent(event.lead_unit_id, null),
    title: event.title,
    kind: event.kind,
    starts_at: event.starts_at,
    ends_at: event.ends_at,
    place: event.place,
    point: event.point ? pointText(event.point) : '',
    neighborhood_id: event.neighborhood_id ?? null,
    joining_unit_ids: event.joining_unit_ids,
    section_id: event.section_id ?? null,
    task_id: event.task_id ?? null,
    details: {
      purpose: details.purpose ?? '',
      audience: details.audience ?? '',
      form: details.form ?? '',
      contribution: details.contribution ?? '',
      note: details.note ?? '',
      capacity: details.capacity ?? '',
      programme: (details.programme ?? []).map(({ time, what, who }) => ({ time: time ?? '', what, who: who ?? '' })),
      staff: (details.staff ?? []).map(({ name, phone, duty }) => ({ name, phone: phone ?? '', duty: duty ?? '' })),
    },
    conditions: { ...NONE, ...event.conditions },
    expected_children: event.expected_children,
    expected_adults: event.expected_adults,
    budget: event.budget.map((line) => ({ ...line, spent: line.spent ?? 0, note: line.note ?? '' })),
    is_public: event.is_public,
  }
}

type FormTexts = (typeof eventFormTexts)['vi']

const isCount = (value: number | string) => value !== '' && Number.isInteger(Number(value)) && Number(value) >= 0
/** `when`: asked also while other fields are wrong, so that nobody is told of one fault after the other. */
const when = () => true

export function eventSchema(t: FormTexts) {
  const count = z.union([z.number(), z.string()]).check(z.refine((value) => isCount(value), t.numberMissing))
  return z
    .object({
      title: z.string().check(z.trim(), z.minLength(1, t.titleMissing)),
      kind: z.string(t.kindMissing),
      starts_at: z.string(t.startsMissing),
      ends_at: z.string(t.endsMissing),
      place: z.string().check(z.trim(), z.minLength(1, t.placeMissing)),
      point: z.string().check(z.refine((text) => text.trim() === '' || parsePoint(text) !== null, t.pointBad)),
      lead_unit_id: z.string(t.leadMissing),
      expected_children: count,
      expected_adults: count,
      details: z.object({
        programme: z.array(z.object({ what: z.string().check(z.trim(), z.minLength(1, t.lineMissing)) })),
        staff: z.array(z.object({ name: z.string().check(z.trim(), z.minLength(1, t.nameMissing)) })),
      }),
      repeat: z.object({ on: z.boolean(), until: z.nullable(z.string()) }),
    })
    .check(
      z.refine((v) => !v.starts_at || !v.ends_at || Date.parse(v.ends_at) > Date.parse(v.starts_at), {
        path: ['ends_at'],
        error: t.endsBefore,
        when,
      }),
      z.refine((v) => !v.repeat.on || v.repeat.until !== null, {
        path: ['repeat.until'],
        error: t.repeat.untilMissing,
        when,
      }),
    )
}

function bodyOf(values: EventValues) {
  const { details } = values
  return {
    title: nfc(values.title),
    kind: values.kind!,
    starts_at: values.starts_at!,
    ends_at: values.ends_at!,
    place: nfc(values.place),
    point: parsePoint(values.point),
    neighborhood_id: values.neighborhood_id,
    lead_unit_id: values.lead_unit_id!,
    joining_unit_ids: values.joining_unit_ids,
    section_id: values.section_id,
    task_id: values.task_id,
    details: {
      ...details,
      capacity: details.capacity === '' ? null : Number(details.capacity),
      programme: details.programme.map((line) => ({
        ...line,
        time: parseHour(line.time) ?? (line.time.trim() || null),
      })),
      staff: details.staff.map((person) => ({ ...person, phone: person.phone.trim() || null })),
    },
    conditions: { ...NONE, ...values.conditions },
    expected_children: Number(values.expected_children),
    expected_adults: Number(values.expected_adults),
    budget: values.budget.map((line) => ({ ...line, planned: Number(line.planned), spent: Number(line.spent) })),
    is_public: values.is_public,
  }
}

export function createBody(values: EventValues): EventCreate {
  const { on, every, weekdays, until } = values.repeat
  const repeat = on ? { every, weekdays: every === 'week' ? weekdays.map(Number) : [], until: until! } : null
  return { ...bodyOf(values), repeat }
}

/** Only what the person has changed: a merge patch must not carry away somebody else's work. */
export const patchBody = (before: EventValues, after: EventValues): EventPatch => changed(bodyOf(before), bodyOf(after))

/** What the check is asked of; nothing while the hours are none. */
export function draftOf(values: EventValues, id: string | null): EventDraft | null {
  const { starts_at, ends_at, kind } = values
  if (!starts_at || !ends_at || Date.parse(ends_at) <= Date.parse(starts_at)) return null
  const count = (value: number | string) => (isCount(value) ? Number(value) : 0)
  return {
    id,
    kind: kind ?? 'other',
    starts_at,
    ends_at,
    place: values.place,
    neighborhood_id: values.neighborhood_id,
    lead_unit_id: values.lead_unit_id,
    joining_unit_ids: values.joining_unit_ids,
    staff: values.details.staff.map((person) => person.name.trim()).filter(Boolean),
    conditions: { ...NONE, ...values.conditions },
    expected_children: count(values.expected_children),
    expected_adults: count(values.expected_adults),
  }
}
