/** The fields of an event, for comparing what two have written. Pure. */
import { formatInstant } from '@/lib/dates'
import { eventWords } from '@/lib/eventTexts'
import { say } from '@/lib/i18n'
import { read, type FieldWords } from '@/lib/merge'
import { eventFormTexts } from './formTexts'
import { eventTexts } from './texts'
import type { EventValues } from './eventForm'

type Path = Exclude<keyof EventValues, 'details' | 'repeat'> | `details.${keyof EventValues['details']}`

interface Names {
  unit: (id: string) => string
  task: (id: string) => string
  section: (id: string) => string
}

const labelsOf = (t: (typeof eventFormTexts)['vi']): Record<Path, string> => ({
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

export const fieldWords = (names: Names): FieldWords<EventValues, Path> => ({
  labels: labelsOf(say(eventFormTexts)),
  show: (path, values) => shown(path, read(values, path), names),
})
