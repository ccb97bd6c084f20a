/** The law's steps as a case file shows them, and where each next step leads. Pure. */
import type { Case, CaseAction, CaseForm } from '@/api/types'

export const STEPS = ['open', 'initial', 'detailed', 'plan', 'decide', 'implement', 'review', 'close'] as const
export type Step = (typeof STEPS)[number]

type Standing = Pick<Case, 'status' | 'missing' | 'closing'> & { next_step?: CaseAction | null }

/** The step that is being worked on; all of them are done when a case has ended. */
export function currentStep({ status, next_step, closing }: Standing): Step | null {
  if (closing && status === 'reviewed') return 'close'
  switch (status) {
    case 'open':
      return 'initial'
    case 'initial_assessment':
      return 'detailed'
    case 'assessment':
      return next_step === 'assess_detailed' ? 'detailed' : 'plan'
    case 'planned':
      return 'decide'
    case 'decided':
    case 'implementing':
      return 'implement'
    case 'reviewed':
      return 'review'
    default:
      return null
  }
}

export const FORM_KINDS = [
  'initial_assessment',
  'detailed_assessment',
  'needs_meeting',
  'support_plan',
  'review',
] as const
export type FormKind = (typeof FORM_KINDS)[number]

/** As the papers are called; short, because it stands in an address. */
const SLUGS: Record<FormKind, string> = {
  initial_assessment: '02',
  detailed_assessment: '03',
  needs_meeting: 'hop',
  support_plan: '04',
  review: '06',
}

export const formPlace = (id: string, kind: FormKind): string => `/ho-so/${id}/mau/${SLUGS[kind]}`
export const kindOfSlug = (slug: string | undefined): FormKind | null =>
  FORM_KINDS.find((kind) => SLUGS[kind] === slug) ?? null

/** The step that completes a form. */
export const COMPLETED_BY: Record<FormKind, CaseAction> = {
  initial_assessment: 'assess_initial',
  detailed_assessment: 'assess_detailed',
  needs_meeting: 'meet',
  support_plan: 'plan',
  review: 'review',
}

export const formOfStep = (action: CaseAction): FormKind | null =>
  FORM_KINDS.find((kind) => COMPLETED_BY[kind] === action) ?? null

/** Who takes a step: the chairperson decides, the officer does the rest. */
export const isLeaders = (action: CaseAction): boolean =>
  ['decide', 'return', 'close', 'reject_closing', 'separate'].includes(action)

/** The part of a case that a form belongs to. */
export const PART_OF: Record<CaseForm['kind'], Case['parts'][number]> = {
  initial_assessment: 'initial_assessment',
  detailed_assessment: 'detailed_assessment',
  needs_meeting: 'meeting',
  support_plan: 'plan',
  decision: 'decision',
  review: 'review',
}
