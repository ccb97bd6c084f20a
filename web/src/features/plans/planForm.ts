/** The details of a plan as a form: used while importing, creating and editing. */
import * as z from 'zod/mini'
import type { Plan, Preview } from '@/api/types'
import { formatDate } from '@/lib/dates'
import type { FieldWords } from '@/lib/merge'
import { nfc } from '@/lib/text'
import type { PlanDetails } from './queries'
import type { planTexts } from './texts'

export interface PlanValues {
  title: string
  year: number | string
  number: string
  issued_on: string | null
  issuer: string
  theme: string
  slogans: string
  starts_on: string | null
  ends_on: string | null
  legal_bases: string
  hotlines: string
  recipients: string
  signer_name: string
  signer_position: string
}

export function planValues(plan: Preview | Plan): PlanValues {
  return {
    title: plan.title,
    year: plan.year,
    number: plan.number ?? '',
    issued_on: plan.issued_on ?? null,
    issuer: plan.issuer ?? '',
    theme: plan.theme ?? '',
    slogans: plan.slogans.join('\n'),
    starts_on: plan.starts_on ?? null,
    ends_on: plan.ends_on ?? null,
    legal_bases: plan.legal_bases.join('\n'),
    hotlines: plan.hotlines.join('\n'),
    recipients: plan.recipients.join('\n'),
    signer_name: plan.signed_by?.name ?? '',
    signer_position: plan.signed_by?.position ?? '',
  }
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => nfc(line))
    .filter(Boolean)

export function planDetails(values: PlanValues): PlanDetails {
  return {
    title: nfc(values.title),
    number: nfc(values.number) || null,
    issued_on: values.issued_on,
    issuer: nfc(values.issuer),
    theme: nfc(values.theme),
    slogans: lines(values.slogans),
    starts_on: values.starts_on ?? '',
    ends_on: values.ends_on ?? '',
    legal_bases: lines(values.legal_bases),
    hotlines: lines(values.hotlines),
    recipients: lines(values.recipients),
    signed_by: values.signer_name.trim()
      ? { name: nfc(values.signer_name), position: nfc(values.signer_position) }
      : null,
  }
}

type Texts = (typeof planTexts)['vi']['details']

export function planSchema(t: Texts) {
  return z
    .object({
      title: z.string().check(z.trim(), z.minLength(3, t.missingTitle)),
      theme: z.string().check(z.trim(), z.minLength(3, t.missingTheme)),
      year: z.coerce.number().check(z.gte(2000, t.wrongYear), z.lte(2100, t.wrongYear)),
      starts_on: z.string(t.missingStart).check(z.minLength(10, t.missingStart)),
      ends_on: z.string(t.missingEnd).check(z.minLength(10, t.missingEnd)),
    })
    .check(z.refine((v) => v.starts_on <= v.ends_on, { message: t.wrongOrder, path: ['ends_on'] }))
}

/** All that I changed is asked of, also where I was alone in it. The year of a plan does not change. */
export const fieldWords = (t: Texts): FieldWords<PlanValues, Exclude<keyof PlanValues, 'year'>> => ({
  askAll: true,
  labels: {
    title: t.title,
    number: t.number,
    issued_on: t.issued,
    issuer: t.issuer,
    theme: t.theme,
    slogans: t.slogans,
    starts_on: t.starts,
    ends_on: t.ends,
    legal_bases: t.legal,
    hotlines: t.hotlines,
    recipients: t.recipients,
    signer_name: t.signer,
    signer_position: t.signerPosition,
  },
  show: (field, values) => (field.endsWith('_on') ? formatDate(values[field]) : (values[field] ?? '')),
})
