/** What is written of an item, for writing it and for changing it. Pure. */
import * as z from 'zod/mini'
import type { Communication, CommunicationPatch, NewCommunication } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { changed, type FieldWords } from '@/lib/merge'
import { nfc } from '@/lib/text'
import type { communicationFormTexts } from './formTexts'

export interface PlaceValues {
  place: string
  count: number | string
  unit_id: string | null
  latitude: number | string
  longitude: number | string
  note: string
}

export interface ItemValues {
  channel: Communication['channel']
  title: string
  campaign_id: string | null
  body: string
  starts_on: string | null
  ends_on: string | null
  times: string
  weekdays: number[]
  reader: string
  link: string
  copies: number | string
  lead_unit_id: string | null
  unit_ids: string[]
  places: PlaceValues[]
  section_id: string | null
  task_id: string | null
}
export type ItemField = keyof ItemValues

export const NEW_PLACE: PlaceValues = { place: '', count: 1, unit_id: null, latitude: '', longitude: '', note: '' }

export const HANGS = (channel: Communication['channel']) => channel === 'banner' || channel === 'poster'
export const POSTS = (channel: Communication['channel']) => channel === 'website' || channel === 'social_network'

export function emptyItem(today: string, unit: string): ItemValues {
  return {
    channel: 'loudspeaker',
    title: '',
    campaign_id: null,
    body: '',
    starts_on: today,
    ends_on: null,
    times: '05:30, 17:00',
    weekdays: [],
    reader: '',
    link: '',
    copies: '',
    lead_unit_id: unit,
    unit_ids: [],
    places: [],
    section_id: null,
    task_id: null,
  }
}

export const valuesOf = (row: Communication): ItemValues => ({
  channel: row.channel,
  title: row.title,
  campaign_id: row.campaign_id ?? null,
  body: row.body,
  starts_on: row.starts_on,
  ends_on: row.ends_on,
  times: (row.schedule.times ?? []).join(', '),
  weekdays: row.schedule.weekdays ?? [],
  reader: row.reader,
  link: row.link,
  copies: row.copies ?? '',
  lead_unit_id: row.lead_unit_id,
  // Sorted: the server puts first who has not reported, which is no change.
  unit_ids: row.units.map((share) => share.unit.id).sort(),
  places: row.places.map((place) => ({
    place: place.place,
    count: place.count,
    unit_id: place.unit_id ?? null,
    latitude: place.latitude ?? '',
    longitude: place.longitude ?? '',
    note: place.note ?? '',
  })),
  section_id: row.section_id ?? null,
  task_id: row.task_id ?? null,
})

type Words = (typeof communicationFormTexts)['vi']

const TIME = /^([01]?\d|2[0-3])[:hg]([0-5]\d)$/

/** "5:30, 17h00" as the server wants it; null where one is no time. */
export function readTimes(text: string): string[] | null {
  const parts = text.split(/[,;\s]+/).filter(Boolean)
  const times = parts.map((part) => TIME.exec(part.toLowerCase()))
  if (times.some((time) => time === null)) return null
  return times.map((time) => `${time![1]!.padStart(2, '0')}:${time![2]}`)
}

export function itemSchema(t: Words) {
  const day = z.string(t.dayMissing)
  return z
    .object({
      title: z.string().check(z.trim(), z.minLength(1, t.titleMissing)),
      starts_on: day,
      ends_on: day,
      times: z.string().check(z.refine((text) => readTimes(text) !== null, t.timesWrong)),
      link: z.string().check(z.refine((text) => text.trim() === '' || /^https?:\/\//.test(text.trim()), t.linkWrong)),
      lead_unit_id: z.string(t.leadMissing),
      places: z.array(
        z.object({
          place: z.string().check(z.trim(), z.minLength(1, t.placeMissing)),
          count: z.union([z.number(), z.string().check(z.minLength(1, t.countMissing))]),
        }),
      ),
    })
    .check(z.refine((values) => values.ends_on >= values.starts_on, { message: t.endBefore, path: ['ends_on'] }))
}

const numberOf = (value: number | string) => (value === '' ? null : Number(value))

/** As the API takes it; what another channel would say is left out. */
export function toBody(values: ItemValues): NewCommunication {
  const { channel } = values
  return {
    channel,
    campaign_id: values.campaign_id,
    title: nfc(values.title),
    body: nfc(values.body),
    reader: channel === 'loudspeaker' ? nfc(values.reader) : '',
    starts_on: values.starts_on!,
    ends_on: values.ends_on!,
    schedule:
      channel === 'loudspeaker'
        ? { times: readTimes(values.times) ?? [], weekdays: [...values.weekdays].sort() }
        : { times: [], weekdays: [] },
    places: HANGS(channel)
      ? values.places.map((place) => ({
          place: nfc(place.place),
          count: Number(place.count),
          unit_id: place.unit_id,
          latitude: numberOf(place.latitude),
          longitude: numberOf(place.longitude),
          note: nfc(place.note),
        }))
      : [],
    link: POSTS(channel) ? values.link.trim() : '',
    copies: channel === 'leaflet' ? numberOf(values.copies) : null,
    lead_unit_id: values.lead_unit_id,
    unit_ids: values.unit_ids,
    section_id: values.section_id,
    task_id: values.task_id,
  }
}

/** Only what was changed is sent: the rest stays as others have left it. */
export function patchOf(base: ItemValues, mine: ItemValues): CommunicationPatch {
  const { channel: _, ...patch } = changed(toBody(base), toBody(mine))
  return patch as CommunicationPatch
}

/** Whether an approved item must be approved again: as the server decides. */
export const asksAgain = (patch: CommunicationPatch) =>
  ['title', 'body', 'starts_on', 'ends_on', 'schedule', 'places'].some((field) => field in patch)

export const fieldWords = (
  t: Words,
  channel: Communication['channel'],
  nameOf: (id: string) => string,
): FieldWords<ItemValues, ItemField> => ({
  labels: {
    channel: t.channel,
    title: t.title,
    campaign_id: t.campaign,
    body: t.body[channel],
    starts_on: t.start,
    ends_on: t.end,
    times: t.times,
    weekdays: t.weekdays,
    reader: t.reader,
    link: t.link,
    copies: t.copies,
    lead_unit_id: t.lead,
    unit_ids: t.units,
    places: t.places,
    section_id: t.section,
    task_id: t.task,
  },
  show: (field, values) => {
    const value = values[field]
    if (field === 'starts_on' || field === 'ends_on') return formatDate(values[field])
    if (field === 'unit_ids') return values.unit_ids.map(nameOf).join(', ')
    if (field === 'places') return values.places.map((place) => `${place.place} (${place.count})`).join('; ')
    if (field === 'weekdays') return values.weekdays.map((day) => t.weekday[day - 1]).join(', ')
    return typeof value === 'string' && field.endsWith('_id') ? nameOf(value) : String(value ?? '')
  },
})

/** Words put into a text where the cursor is, on a line of their own. */
export function inserted(text: string, from: number, to: number, words: string): { text: string; caret: number } {
  const [before, after] = [text.slice(0, from), text.slice(to)]
  const lead = before === '' || before.endsWith('\n') ? '' : '\n'
  const tail = after === '' || after.startsWith('\n') ? '' : '\n'
  return { text: `${before}${lead}${words}${tail}${after}`, caret: before.length + lead.length + words.length }
}
