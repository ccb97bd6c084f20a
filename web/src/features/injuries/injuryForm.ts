/** What is said of an accident, for making a record and for mending it. Pure. */
import * as z from 'zod/mini'
import type { Injury, InjuryPatch } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { changed, type FieldWords } from '@/lib/merge'
import { nfc } from '@/lib/text'
import type { injuryTexts } from './texts'

export interface What {
  happened_on: string | null
  time: string
  kind: string | null
  place_kind: string | null
  place: string
  water: string
  outcome: string | null
  supervision: string
  description: string
}
export type Field = keyof What

export const NOTHING: What = {
  happened_on: null,
  time: '',
  kind: null,
  place_kind: null,
  place: '',
  water: '',
  outcome: null,
  supervision: '',
  description: '',
}

type Words = (typeof injuryTexts)['vi']

export const whatSchema = (t: Words['form']) => ({
  happened_on: z.string(t.whenMissing),
  kind: z.string(t.kindMissing),
  place_kind: z.string(t.placeMissing),
  outcome: z.string(t.outcomeMissing),
})

export const whatOf = (row: Injury): What => ({
  happened_on: row.happened_on,
  time: row.time ?? '',
  kind: row.kind,
  place_kind: row.place_kind,
  place: row.place,
  water: row.water,
  outcome: row.outcome,
  supervision: row.supervision,
  description: row.description ?? '',
})

/** As the API takes it; a water is told of a drowning alone. */
export const toBody = (what: What) => ({
  happened_on: what.happened_on!,
  time: what.time.trim() || null,
  kind: what.kind as Injury['kind'],
  place_kind: what.place_kind as Injury['place_kind'],
  place: nfc(what.place),
  outcome: what.outcome as Injury['outcome'],
  supervision: nfc(what.supervision),
  description: nfc(what.description),
  water: what.kind === 'drowning' ? nfc(what.water) : '',
})

/** Only what was changed is sent: the rest stays as others have left it. */
export const patchOf = (base: What, mine: What): InjuryPatch => changed(toBody(base), toBody(mine))

export const fieldWords = (t: Words): FieldWords<What, Field> => ({
  labels: {
    happened_on: t.form.when,
    time: t.form.time,
    kind: t.form.kind,
    place_kind: t.form.place,
    place: t.form.where,
    water: t.form.water,
    outcome: t.form.outcome,
    supervision: t.form.supervision,
    description: t.form.description,
  },
  show: (field, what) => {
    const value = what[field]
    if (!value) return ''
    if (field === 'happened_on') return formatDate(value)
    if (field === 'kind') return t.kind[value as Injury['kind']]
    if (field === 'place_kind') return t.place[value as Injury['place_kind']]
    if (field === 'outcome') return t.outcome[value as Injury['outcome']]
    return value
  },
})
