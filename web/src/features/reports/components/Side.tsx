import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Report } from '@/api/types'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Card, Facts } from '@/ui/Card'
import { QueryView } from '@/ui/QueryView'
import { ListSkeleton } from '@/ui/Skeletons'
import { StatusTag } from '@/ui/StatusTag'
import { revisionsQuery } from '../queries'
import { reportTexts } from '../texts'
import styles from './reports.module.css'
import { DueWords } from './tags'

export function FactsCard({ report }: { report: Report }) {
  const t = useTexts(reportTexts)
  const at = (who: string | undefined, when: string | null) => (when ? t.one.at(who ?? '', formatInstant(when)) : null)
  const submitted = at(report.submitted_by?.full_name, report.submitted_at)
  const approved = at(report.approved_by?.full_name, report.approved_at)
  return (
    <Card title={t.one.facts}>
      <Facts
        items={[
          [t.one.kind, t.kind[report.kind]],
          [t.one.ward, report.ward_name],
          report.unit ? [t.one.unit, report.unit.name] : null,
          report.due_on ? [t.one.due, <DueWords key="due" report={report} />] : null,
          submitted ? [t.one.submittedBy, submitted] : null,
          approved ? [t.one.approvedBy, approved] : null,
          report.sent_at ? [t.one.sentAt, formatInstant(report.sent_at)] : null,
          report.acknowledged_at ? [t.one.acknowledgedAt, formatInstant(report.acknowledged_at)] : null,
        ]}
      />
    </Card>
  )
}

export function StepsCard({ report }: { report: Report }) {
  const t = useTexts(reportTexts).step
  const ofUnit = report.kind.startsWith('unit')
  return (
    <Card title={t.title}>
      <div id="qua-trinh" className={styles.anchor} tabIndex={-1} data-quiet-focus>
        {report.steps.length === 0 ? (
          <p className="muted">{t.none}</p>
        ) : (
          <ol className={styles.steps}>
            {report.steps.map((step) => (
              <li key={step.at + step.action}>
                <p>
                  <strong>{ofUnit && step.action === 'submit' ? t.unitSubmit : t[step.action]}</strong>
                  {step.revision > 0 ? <span className="second"> ({t.revision(step.revision)})</span> : null}
                </p>
                <p className="second">
                  {step.by?.full_name ?? t.somebody} · <span className="num">{formatInstant(step.at)}</span>
                </p>
                {step.note ? <p className="pre">{step.note}</p> : null}
              </li>
            ))}
          </ol>
        )}
      </div>
    </Card>
  )
}

/** Each time the report was submitted; the newer ones say where they differ. */
export function RevisionsCard({ report }: { report: Report }) {
  const t = useTexts(reportTexts).revisions
  const query = useQuery({ ...revisionsQuery(report.id), enabled: report.revision > 0 })
  if (report.revision === 0) return null
  return (
    <Card title={t.title} className="no-print">
      <QueryView query={query} skeleton={<ListSkeleton rows={1} />}>
        {(revisions) => (
          <ul className={styles.steps}>
            {revisions.map((one) => (
              <li key={one.revision}>
                <p className="row">
                  <Link to={`/bao-cao/${report.id}/lan/${one.revision}`} aria-label={t.open(one.revision)}>
                    {t.line(one.revision)}
                  </Link>
                  {one.is_sent ? (
                    <StatusTag tone="blue" icon="up">
                      {t.sent}
                    </StatusTag>
                  ) : null}
                </p>
                <p className="second">{[one.by?.full_name, formatInstant(one.at)].filter(Boolean).join(' · ')}</p>
                {one.reason ? <p className="pre">{t.reason(one.reason)}</p> : null}
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </Card>
  )
}
