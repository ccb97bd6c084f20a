/** The form of a child: its values, its checks, and how they become a body of the API. Pure. */
import * as z from 'zod/mini'
import type { Child, ChildCreate, ChildPatch, Guardian } from '@/api/types'
import { changed } from '@/lib/merge'
import { nfc } from '@/lib/text'
import type { childTexts } from './texts'

export interface GuardianValues {
  relation: Guardian['relation']
  full_name: string
  phone: string
  occupation: string
}

export interface ChildValues {
  full_name: string
  date_of_birth: string | null
  birth_year_only: boolean
  sex: Child['sex']
  ethnicity: string | null
  personal_id: string
  neighborhood_id: string | null
  address: string
  permanent_address: string
  temporary_address: string
  school_id: string | null
  grade: string
  guardians: GuardianValues[]
  health_insurance_no: string
  health_insurance_valid_to: string | null
  disability: string
  disability_degree: NonNullable<Child['disability_degree']> | null
  illness: string
  medical_warning: string
  poverty: NonNullable<Child['poverty']>
  can_swim: 'yes' | 'no' | null
  notes: string
}
export type ChildMember = keyof ChildValues

export const emptyGuardian: GuardianValues = { relation: 'mother', full_name: '', phone: '', occupation: '' }
export const emptyChild: ChildValues = {
  full_name: '',
  date_of_birth: null,
  birth_year_only: false,
  sex: 'unknown',
  ethnicity: null,
  personal_id: '',
  neighborhood_id: null,
  address: '',
  permanent_address: '',
  temporary_address: '',
  school_id: null,
  grade: '',
  guardians: [emptyGuardian],
  health_insurance_no: '',
  health_insurance_valid_to: null,
  disability: '',
  disability_degree: null,
  illness: '',
  medical_warning: '',
  poverty: 'none',
  can_swim: null,
  notes: '',
}

export const MEMBERS = Object.keys(emptyChild) as ChildMember[]

/** What the health station may write; nobody else is cut. */
const HEALTH: ChildMember[] = [
  'health_insurance_no',
  'health_insurance_valid_to',
  'disability',
  'disability_degree',
  'illness',
  'medical_warning',
]
export const writes = (view: Child['view'], member: ChildMember): boolean => view === 'full' || HEALTH.includes(member)

/** A masked number is shown beside the field and never sent back. */
export const isMasked = (personal_id: string | null | undefined): boolean => Boolean(personal_id?.includes('•'))

export function valuesOf(child: Child): ChildValues {
  return {
    full_name: child.full_name,
    date_of_birth: child.date_of_birth ?? null,
    birth_year_only: child.birth_year_only ?? false,
    sex: child.sex,
    ethnicity: child.ethnicity ?? null,
    personal_id: isMasked(child.personal_id) ? '' : (child.personal_id ?? ''),
    neighborhood_id: child.neighborhood_id ?? null,
    address: child.address ?? '',
    permanent_address: child.permanent_address ?? '',
    temporary_address: child.temporary_address ?? '',
    school_id: child.school_id ?? null,
    grade: child.grade ?? '',
    guardians: child.guardians.map((one) => ({
      relation: one.relation,
      full_name: one.full_name ?? '',
      phone: one.phone ?? '',
      occupation: one.occupation ?? '',
    })),
    health_insurance_no: child.health_insurance_no ?? '',
    health_insurance_valid_to: child.health_insurance_valid_to ?? null,
    disability: child.disability ?? '',
    disability_degree: child.disability_degree ?? null,
    illness: child.illness ?? '',
    medical_warning: child.medical_warning,
    poverty: child.poverty ?? 'none',
    can_swim: typeof child.can_swim === 'boolean' ? (child.can_swim ? 'yes' : 'no') : null,
    notes: child.notes ?? '',
  }
}

type FormTexts = (typeof childTexts)['vi']['form']
const digits = (text: string) => text.replace(/[\s.-]/g, '')
const isBlank = (one: GuardianValues) => !one.full_name.trim() && !one.phone.trim() && !one.occupation.trim()

/** The first day on which somebody is 16; the 29th of February turns on the 28th where the year has none, as there. */
export function grownUpOn(born: string): string {
  const year = Number(born.slice(0, 4)) + 16
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return `${year}${born.endsWith('-02-29') && !leap ? '-02-28' : born.slice(4)}`
}

/** `isNew`: of somebody who is entered today; an older record stays editable after the sixteenth birthday. */
export function childSchema(t: FormTexts, today: string, isNew: boolean, placed: boolean) {
  const optional = (pattern: RegExp, message: string) =>
    z.string().check(z.refine((text) => text.trim() === '' || pattern.test(digits(text)), message))
  return z
    .object({
      full_name: z.string().check(
        z.trim(),
        z.minLength(2, t.nameMissing),
        z.refine((name) => !/\d/.test(name), t.nameDigits),
      ),
      date_of_birth: z.nullable(z.string()),
      birth_year_only: z.boolean(),
      personal_id: optional(/^\d{12}$/, t.idWrong),
      neighborhood_id: z.nullable(z.string()),
      school_id: z.nullable(z.string()),
      health_insurance_no: optional(/^(\d{10}|[A-Za-z]{2}\d{13})$/, t.insuranceWrong),
      guardians: z.array(
        z
          .object({
            full_name: z.string(),
            phone: optional(/^0\d{9}$/, t.phoneWrong),
            occupation: z.string(),
          })
          .check(
            z.refine((one) => one.full_name.trim() !== '' || isBlank(one as GuardianValues), {
              message: t.guardianNameMissing,
              path: ['full_name'],
            }),
          ),
      ),
    })
    .check(
      z.refine((v) => v.date_of_birth !== null || v.birth_year_only, {
        message: t.birthMissing,
        path: ['date_of_birth'],
      }),
      z.refine((v) => v.date_of_birth !== null || !v.birth_year_only, {
        message: t.yearMissing,
        path: ['date_of_birth'],
      }),
      z.refine((v) => v.date_of_birth === null || v.date_of_birth <= today, {
        message: t.born,
        path: ['date_of_birth'],
      }),
      // Of whom only the year is known, the server judges.
      z.refine((v) => !isNew || v.birth_year_only || v.date_of_birth === null || grownUpOn(v.date_of_birth) > today, {
        message: t.grown,
        path: ['date_of_birth'],
      }),
      z.refine((v) => !placed || v.neighborhood_id !== null || v.school_id !== null, {
        message: t.place,
        path: ['neighborhood_id'],
      }),
    )
}

/** The health station's form holds only what it may write. */
export function healthSchema(t: FormTexts) {
  return z.object({
    health_insurance_no: z
      .string()
      .check(
        z.refine((text) => text.trim() === '' || /^(\d{10}|[A-Za-z]{2}\d{13})$/.test(digits(text)), t.insuranceWrong),
      ),
  })
}

function bodyOf(values: ChildValues) {
  return {
    full_name: nfc(values.full_name).replace(/\s+/g, ' '),
    date_of_birth: values.date_of_birth!,
    birth_year_only: values.birth_year_only,
    sex: values.sex,
    ethnicity: values.ethnicity,
    personal_id: digits(values.personal_id) || null,
    school_id: values.school_id,
    grade: nfc(values.grade),
    address: nfc(values.address),
    permanent_address: nfc(values.permanent_address),
    temporary_address: nfc(values.temporary_address),
    guardians: values.guardians
      .filter((one) => !isBlank(one))
      .map((one) => ({
        relation: one.relation,
        full_name: nfc(one.full_name).replace(/\s+/g, ' '),
        phone: digits(one.phone) || null,
        occupation: nfc(one.occupation),
      })),
    health_insurance_no: digits(values.health_insurance_no) || null,
    health_insurance_valid_to: values.health_insurance_valid_to,
    disability: nfc(values.disability),
    disability_degree: values.disability_degree,
    illness: nfc(values.illness),
    medical_warning: nfc(values.medical_warning),
    poverty: values.poverty,
    can_swim: values.can_swim === null ? null : values.can_swim === 'yes',
    notes: nfc(values.notes),
  }
}

export function createBody(values: ChildValues, not_duplicate_of: string[] = []): ChildCreate {
  return { ...bodyOf(values), neighborhood_id: values.neighborhood_id, not_duplicate_of }
}

/** Only what was changed and is this reader's to write: a merge patch must not carry away somebody else's work. */
export function patchBody(before: ChildValues, after: ChildValues, view: Child['view']): ChildPatch {
  const patch = Object.entries(changed(bodyOf(before), bodyOf(after)))
  return Object.fromEntries(patch.filter(([member]) => writes(view, member as ChildMember)))
}
