/** Two who changed one event: what each of them wrote, field by field. Pure. */
import type { Difference } from '@/ui/StaleCompare'
import { formatInstant } from '@/lib/dates'
import { eventWords } from '@/lib/eventTexts'
import { say, type Texts } from '@/lib/i18n'
import { eventFormTexts } from './formTexts'
import { eventTexts } from './texts'
import type { EventValues } from './eventForm'

type Words<T> = T extends Texts<infer W> ? W : never
type FormTexts = Words<typeof eventFormTexts>

interface Names {
  unit: (id: string) => string
  task: (id: string) => string
  section: (id: string) => string
}

const fieldsOf = (t: FormTexts): Record<string, string> => ({
  title: t.title,
  kind: t.kind,
  starts_at: t.starts,
  ends_at: t.ends,
  place: t.place,
  point: t.point,
  neighborhood_id: t.neighborhood,
  lead_unit_id: t.lead,
  joining_unit_ids: t.joining,
  section_id: t.section,
  task_id: t.task,
  'details.purpose': t.purpose,
  'details.audience': t.audience,
  'details.form': t.form,
  'details.contribution': t.contribution,
  'details.note': t.note,
  'details.capacity': t.capacity,
  'details.programme': t.programme,
  'details.staff': t.staff,
  conditions: t.conditions,
  expected_children: t.children,
  expected_adults: t.adults,
  budget: t.sections.budget,
  is_public: t.public,
})

function read(values: EventValues, path: string): unknown {
  const [head = '', tail] = path.split('.')
  const at = (values as unknown as Record<string, unknown>)[head]
  return tail ? (at as Record<string, unknown>)[tail] : at
}

function write(values: EventValues, path: string, value: unknown): EventValues {
  const [head = '', tail] = path.split('.')
  if (!tail) return { ...values, [head]: value }
  return { ...values, details: { ...values.details, [tail]: value } }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

function shown(path: string, value: unknown, names: Names): string {
  const t = say(eventFormTexts)
  if (value === null || value === undefined || value === '') return ''
  if (path === 'kind') return (say(eventWords).kind as Record<string, string>)[String(value)] ?? ''
  if (path === 'starts_at' || path === 'ends_at') return formatInstant(String(value))
  if (path === 'lead_unit_id' || path === 'neighborhood_id') return names.unit(String(value))
  if (path === 'task_id') return names.task(String(value))
  if (path === 'section_id') return names.section(String(value))
  if (path === 'joining_unit_ids') return (value as string[]).map(names.unit).join(', ')
  if (path === 'is_public') return value ? t.yes : t.no
  if (path === 'conditions') {
    const words = say(eventTexts).one as unknown as Record<string, string>
    const held = Object.entries(value as Record<string, boolean>).filter(([, holds]) => holds)
    return held.map(([name]) => words[name]).join(', ')
  }
  if (Array.isArray(value)) {
    return value
      .map((line) =>
        Object.values(line as object)
          .filter(Boolean)
          .join(' · '),
      )
      .join('; ')
  }
  return String(value)
}

/** Fields that both have touched, and differently; what only one has changed needs no question. */
export function differences(base: EventValues, mine: EventValues, theirs: EventValues, names: Names): Difference[] {
  const changed = (values: EventValues, path: string) => !same(read(values, path), read(base, path))
  return Object.entries(fieldsOf(say(eventFormTexts)))
    .filter(([path]) => changed(mine, path) && changed(theirs, path))
    .filter(([path]) => !same(read(mine, path), read(theirs, path)))
    .map(([field, label]) => ({
      field,
      label,
      mine: shown(field, read(mine, field), names),
      theirs: shown(field, read(theirs, field), names),
    }))
}

/** Theirs, and over it what of mine is kept: the fields chosen, and those that only I have touched. */
export function merged(base: EventValues, mine: EventValues, theirs: EventValues, keepMine: Set<string>): EventValues {
  let out = theirs
  for (const path of Object.keys(fieldsOf(say(eventFormTexts)))) {
    const touched = !same(read(mine, path), read(base, path))
    const alone = touched && same(read(theirs, path), read(base, path))
    if (alone || keepMine.has(path)) out = write(out, path, read(mine, path))
  }
  return out
}
