import { Link } from 'react-router'
import type { Concern } from '@/api/types'
import { formatWhen } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Card, Facts } from '@/ui/Card'
import { PersonName } from '@/ui/PersonName'
import { screenTexts } from '../screenTexts'
import { concernTexts } from '../texts'

/** How it ended, who said so, and where it goes on. */
export function ResultCard({ concern }: { concern: Concern }) {
  const texts = useTexts(concernTexts)
  const names = useTexts(screenTexts).name
  const t = texts.result
  if (!concern.decision || concern.status === 'screened' || concern.status === 'received') return null
  return (
    <Card title={t.title}>
      <Facts
        items={[
          [t.decision, names[concern.decision]],
          concern.case_id
            ? [
                t.case,
                <Link key="c" to={`/ho-so/${concern.case_id}`}>
                  {t.openCase}
                </Link>,
              ]
            : null,
          concern.duplicate_of_id
            ? [
                t.duplicateOf,
                <Link key="d" to={`/tin-bao/${concern.duplicate_of_id}`}>
                  {t.openOther}
                </Link>,
              ]
            : null,
          concern.referred_to ? [t.unit, concern.referred_to.name] : null,
          concern.screening_reason
            ? [
                texts.act.reason,
                <span key="r" className="pre">
                  {concern.screening_reason}
                </span>,
              ]
            : null,
          concern.screened_by
            ? [
                t.by,
                <span key="b">
                  <PersonName person={concern.screened_by} />
                  <br />
                  <span className="second num">{formatWhen(concern.screened_at!)}</span>
                </span>,
              ]
            : null,
          concern.confirmed_by
            ? [
                t.confirmedBy,
                <span key="s">
                  <PersonName person={concern.confirmed_by} />
                  <br />
                  <span className="second num">{formatWhen(concern.confirmed_at!)}</span>
                </span>,
              ]
            : null,
        ]}
      />
      {concern.allowed_actions.includes('screen') ? <p className="second">{t.again}</p> : null}
    </Card>
  )
}
