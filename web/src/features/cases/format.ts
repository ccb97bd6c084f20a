import type { Case } from '@/api/types'
import type { PlainDate } from '@/lib/dates'
import type { fileTexts } from './components/texts'

/** Whole years, or what was estimated; nothing where neither is known. */
export function yearsOf(child: Case['child'], today: PlainDate): number | null {
  const born = child.date_of_birth
  if (!born) return null
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4))
  return today.slice(5) < born.slice(5) ? years - 1 : years
}

export function ageOf(child: Case['child'], today: PlainDate, t: (typeof fileTexts)['vi']): string | null {
  const years = yearsOf(child, today)
  if (years !== null) return t.age(years)
  return child.estimated_age === null ? null : t.aboutAge(child.estimated_age)
}
