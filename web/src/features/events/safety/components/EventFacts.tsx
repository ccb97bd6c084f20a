import { formatDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Card, Facts } from '@/ui/Card'
import { PersonName } from '@/ui/PersonName'
import { formatHours } from '../format'
import type { Safety } from '../queries'
import { safetyTexts } from '../texts'

/** What the plan is for. */
export function EventFacts({ safety: { template, plan } }: { safety: Safety }) {
  const texts = useTexts(safetyTexts)
  const t = texts.facts
  const { event, care } = template
  return (
    <Card title={t.title}>
      <Facts
        items={[
          [
            t.when,
            <span key="w">
              {formatHours(event.starts_at, event.ends_at)}
              {event.sessions > 1 ? (
                <>
                  <br />
                  <span className="second">{t.sessions(event.sessions)}</span>
                </>
              ) : null}
            </span>,
          ],
          [t.place, event.place],
          event.lead_unit ? [t.lead, event.lead_unit.name] : null,
          [t.expected, texts.desk.people(event.expected_children, event.expected_adults)],
          [t.care, t.careNeed(care.adults_needed, care.children_per_adult)],
          [t.why, event.reasons.length > 0 ? event.reasons.map((one) => texts.reason[one]).join(', ') : t.voluntary],
          plan?.drafted_by ? [t.drafted, <PersonName key="d" person={plan.drafted_by} />] : null,
          plan?.status === 'approved'
            ? [t.decision, t.decisionText(plan.decision_number, formatDate(plan.decision_date))]
            : null,
          plan?.status === 'approved' && plan.decided_by
            ? [t.decided, <PersonName key="a" person={plan.decided_by} />]
            : null,
        ]}
      />
    </Card>
  )
}
