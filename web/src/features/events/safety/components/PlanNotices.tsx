import type { SafetyPlan } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Notice } from '@/ui/Notice'
import { hasPhone, unmet } from '../content'
import type { Safety } from '../queries'
import { safetyTexts } from '../texts'
import styles from './safety.module.css'

/** What keeps the police from approving, in the words of the server's refusal. */
export const isReady = (plan: SafetyPlan) => plan.open.length === 0 && hasPhone(plan) && unmet(plan).length === 0

export function PlanNotices({ safety: { template, plan } }: { safety: Safety }) {
  const t = useTexts(safetyTexts).state
  const { care } = template
  return (
    <>
      <Standing plan={plan} required={template.event.safety_plan_required} />
      {care.is_enough ? null : (
        <Notice tone="warn" title={t.care(care.adults, care.adults_needed)}>
          {t.careBody(care.children_per_adult, care.by_water)}
        </Notice>
      )}
    </>
  )
}

function Standing({ plan, required }: { plan: SafetyPlan | null; required: boolean }) {
  const t = useTexts(safetyTexts).state
  switch (plan?.status) {
    case undefined:
      return <Notice title={t.none}>{required ? null : t.noneBody}</Notice>
    case 'requested':
      return <Notice tone="warn">{t.requested}</Notice>
    case 'returned':
      return (
        <Notice tone="warn" title={t.returned}>
          <p className="pre">{plan.return_reason}</p>
        </Notice>
      )
    case 'drafted':
      return isReady(plan) ? <Notice>{t.drafted}</Notice> : <Gaps plan={plan} />
    case 'approved':
      return plan.holds ? <Notice tone="ok">{t.holds}</Notice> : <Notice tone="danger">{t.holdsNot}</Notice>
  }
}

function Gaps({ plan }: { plan: SafetyPlan }) {
  const texts = useTexts(safetyTexts)
  const t = texts.state
  const lines = [
    ...plan.open.map((gap) => `${gap.label} – ${texts.answer[gap.answer].toLowerCase()}`),
    ...(hasPhone(plan) ? [] : [t.noPhone]),
    ...unmet(plan).map((risk) => t.noMeasure(risk.what)),
  ]
  return (
    <Notice tone="warn" title={t.openTitle(lines.length)}>
      <ul className={styles.gaps}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  )
}
