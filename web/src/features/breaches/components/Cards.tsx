import type { ReactNode } from 'react'
import type { DataBreach } from '@/api/types'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Card, Facts } from '@/ui/Card'
import { PersonName } from '@/ui/PersonName'
import { breachTexts } from '../texts'
import styles from './breaches.module.css'

const moment = (at: string) => <span className="num">{formatInstant(at)}</span>

export function FactsCard({ row, desk }: { row: DataBreach; desk: boolean }) {
  const texts = useTexts(breachTexts)
  const t = texts.one
  const children = row.children_touched
  const unknown = <span className="muted">{t.unknown}</span>
  return (
    <Card title={t.what}>
      <div className="stack">
        {row.what_happened ? (
          <p className={styles.told}>{row.what_happened}</p>
        ) : (
          <p className="muted">{texts.mine.rewritten}</p>
        )}
        <Facts
          items={[
            [t.kind, texts.kinds[row.kind]],
            desk && [
              t.data,
              row.data_kinds.length > 0 ? row.data_kinds.map((one) => texts.data[one]).join('; ') : unknown,
            ],
            desk && [
              t.people,
              row.people_count === null || row.people_count === undefined
                ? unknown
                : t.peopleCount(formatNumber(row.people_count)),
            ],
            desk && [
              t.children,
              children === true ? texts.children.yes : children === false ? texts.children.no : unknown,
            ],
            desk ? [t.by, <PersonName key="by" person={row.reported_by} unit />] : null,
            [desk ? t.recorded : texts.list.discovered, moment(desk ? row.created_at : row.discovered_at)],
          ]}
        />
      </div>
    </Card>
  )
}

export function MeasuresCard({ row, action }: { row: DataBreach; action: ReactNode }) {
  const t = useTexts(breachTexts).one
  return (
    <Card title={t.measures} aside={action}>
      {row.measures.length > 0 ? (
        <ul className={styles.measures}>
          {row.measures.map((one) => (
            <li key={one.id}>
              <p className={styles.told}>{one.text}</p>
              <p className="second">
                {moment(one.done_at)} · <PersonName person={one.recorded_by} />
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">{t.noMeasures}</p>
      )}
    </Card>
  )
}

export function AssessmentCard({ row, action }: { row: DataBreach; action: ReactNode }) {
  const texts = useTexts(breachTexts)
  const t = texts.one
  if (!row.harm) return null
  return (
    <Card title={t.harm} aside={action}>
      <div className="stack-2">
        <p>
          <strong>{texts.harm[row.harm]}</strong>
        </p>
        <p className={styles.told}>{row.harm_reason}</p>
        <p className="second">
          {row.assessed_at ? moment(row.assessed_at) : null} · <PersonName person={row.assessed_by} />
        </p>
      </div>
    </Card>
  )
}

export function NotifiedCard({ row, action }: { row: DataBreach; action: ReactNode }) {
  const t = useTexts(breachTexts).one
  const told = row.notified
  if (!told) return null
  return (
    <Card title={t.notified} aside={action}>
      <Facts
        items={[
          [t.to, told.authority],
          [t.number, <strong key="n">{told.number}</strong>],
          [t.at, moment(told.notified_at)],
          told.late_reason
            ? [
                t.lateReason,
                <span key="l" className={styles.told}>
                  {told.late_reason}
                </span>,
              ]
            : null,
        ]}
      />
    </Card>
  )
}

export function PeopleCard({ row, action }: { row: DataBreach; action: ReactNode }) {
  const t = useTexts(breachTexts).one
  const told = row.people_told
  return (
    <Card title={t.told} aside={action}>
      {told ? (
        <div className="stack-2">
          <p className={styles.told}>{told.how}</p>
          <p className="second">
            {moment(told.told_at)} · <PersonName person={told.by} />
          </p>
        </div>
      ) : (
        <p className="muted">{t.notTold}</p>
      )}
    </Card>
  )
}

export function ClosedCard({ row }: { row: DataBreach }) {
  const t = useTexts(breachTexts).one
  if (!row.closed) return null
  return (
    <Card title={t.closed}>
      <div className="stack-2">
        <p className={styles.told}>{row.closed.summary}</p>
        <p className="second">
          {moment(row.closed.closed_at)} · <PersonName person={row.closed.by} />
        </p>
      </div>
    </Card>
  )
}
