/** Two rows of one child: what contradicts, what is merely missing, and what the API is asked to take. Pure. */
import type { Child } from '@/api/types'

/** The members that a merge joins; guardians of both are kept, each once. */
export const MERGED = [
  'full_name',
  'date_of_birth',
  'sex',
  'ethnicity',
  'personal_id',
  'neighborhood_id',
  'address',
  'permanent_address',
  'temporary_address',
  'school_id',
  'grade',
  'health_insurance_no',
  'health_insurance_valid_to',
  'disability',
  'disability_degree',
  'illness',
  'medical_warning',
  'poverty',
  'can_swim',
  'notes',
] as const
export type Merged = (typeof MERGED)[number]

/** Empty as the server sees it: filled from the other row without being asked. */
export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || ['', 'unknown', 'none'].includes(value as string)
}

export interface Comparison {
  /** Both rows say something, and not the same. */
  differing: Merged[]
  /** The row that stays says nothing, the other one does. */
  filled: Merged[]
}

export function compare(kept: Child, gone: Child): Comparison {
  const differing: Merged[] = []
  const filled: Merged[] = []
  for (const member of MERGED) {
    const [mine, theirs] = [kept[member], gone[member]]
    if (mine === theirs || isEmpty(theirs)) continue
    if (isEmpty(mine)) filled.push(member)
    // A whole day of birth is more than a year, the server takes it anyway.
    else if (member === 'date_of_birth' && kept.birth_year_only && !gone.birth_year_only) filled.push(member)
    else differing.push(member)
  }
  return { differing, filled }
}

/** What `take` names; the day of birth goes with the mark that only its year is known. */
export function takeOf(chosen: Iterable<Merged>): string[] {
  return [...chosen].flatMap((member) => (member === 'date_of_birth' ? ['date_of_birth', 'birth_year_only'] : [member]))
}

/** For two rows side by side: what a person compares first. */
export const PAIRED = [
  'full_name',
  'date_of_birth',
  'sex',
  'personal_id',
  'neighborhood_id',
  'address',
  'school_id',
  'grade',
  'guardians',
  'health_insurance_no',
] as const
