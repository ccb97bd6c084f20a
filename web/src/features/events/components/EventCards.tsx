import { useQuery } from '@tanstack/react-query'
import { IconPhone } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { Event } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { eventWords } from '@/lib/eventTexts'
import { whenInWords } from '@/lib/eventTimes'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { LinkButton } from '@/ui/Button'
import { Card, Facts } from '@/ui/Card'
import { EventTag } from '@/ui/EventTag'
import { Notice } from '@/ui/Notice'
import { seriesQuery } from '../queries'
import { eventTexts } from '../texts'
import { nextStep } from './UnsafeNotice'
import styles from './event.module.css'

export function SafetyCard({ event }: { event: Event }) {
  const t = useTexts(eventTexts).safety
  const words = useTexts(eventWords)
  const plan = event.safety_plan
  if (!event.safety_plan_required && !plan) {
    return (
      <Card title={t.title}>
        <p className="second">{t.none}</p>
      </Card>
    )
  }
  const reasons = event.safety_reasons.map((reason) => words.reason[reason]).join('; ')
  const over = event.status === 'held' || event.status === 'reported' || event.status === 'cancelled'
  const state = plan ? (plan.status === 'approved' && !plan.holds ? words.planStale : words.plan[plan.status]) : null
  return (
    <Card title={t.title}>
      <div className="stack">
        {plan?.holds ? (
          <Notice tone="ok" title={t.fine}>
            {plan.decision_number ? t.decision(plan.decision_number, formatDate(plan.decision_date)) : null}
          </Notice>
        ) : event.safety_plan_required ? (
          <Notice tone={over ? 'info' : 'danger'} title={t.needed}>
            {state ? <p>{state}.</p> : null}
            {over ? null : <p>{nextStep(event, t)}</p>}
          </Notice>
        ) : null}
        {reasons ? <p className="second">{t.because(reasons)}</p> : null}
        <div className="no-print">
          <LinkButton to={`/lich/${event.id}/an-toan`} variant="light">
            {t.open}
          </LinkButton>
        </div>
      </div>
    </Card>
  )
}

/** Registration and attendance, of events that children come to. */
export function ChildrenCard({ event }: { event: Event }) {
  const t = useTexts(eventTexts).one
  if (event.expected_children === 0) return null
  return (
    <Card title={t.children} className="no-print">
      <div className="stack">
        <p className="second">{t.childrenHint}</p>
        <div className="row">
          <LinkButton to={`/lich/${event.id}/tham-gia`} variant="light">
            {t.join}
          </LinkButton>
          <LinkButton to={`/lich/${event.id}/diem-danh`} variant="light">
            {t.attend}
          </LinkButton>
        </div>
      </div>
    </Card>
  )
}

export function StaffCard({ event }: { event: Event }) {
  const t = useTexts(eventTexts).one
  const staff = event.details.staff ?? []
  return (
    <Card title={t.staff}>
      {staff.length === 0 ? (
        <p className="muted">{t.noStaff}</p>
      ) : (
        <ul className={styles.people}>
          {staff.map((person, at) => (
            <li key={`${person.name}${at}`}>
              <span>
                <strong>{person.name}</strong>
                {person.duty ? <span className="second"> · {person.duty}</span> : null}
              </span>
              {person.phone ? (
                <a
                  href={`tel:${person.phone}`}
                  className={`${styles.call} num`}
                  aria-label={t.call(person.name, person.phone)}
                >
                  <IconPhone size={18} aria-hidden />
                  {person.phone}
                </a>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

export function ProgrammeCard({ event }: { event: Event }) {
  const t = useTexts(eventTexts).one
  const lines = event.details.programme ?? []
  if (lines.length === 0) return null
  return (
    <Card title={t.programme}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.time}>
              {t.time}
            </th>
            <th scope="col">{t.what}</th>
            <th scope="col">{t.who}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            // Lines without a key: their order is their identity.
            <tr key={at}>
              <td className="num">{line.time}</td>
              <td>{line.what}</td>
              <td>{line.who}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

export function BudgetCard({ event }: { event: Event }) {
  const t = useTexts(eventTexts).one
  if (event.budget.length === 0) return null
  const sum = (name: 'planned' | 'spent', source?: string) =>
    event.budget
      .filter((line) => !source || line.source === source)
      .reduce((total, line) => total + (line[name] ?? 0), 0)
  const money = (value: number) => <td className={`num ${styles.money}`}>{formatNumber(value)}</td>
  const sources = (['state', 'mobilised'] as const).filter((source) =>
    event.budget.some((line) => line.source === source),
  )
  return (
    <Card title={t.budget}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t.source}</th>
            <th scope="col" className={styles.money}>
              {t.planned}
            </th>
            <th scope="col" className={styles.money}>
              {t.spent}
            </th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => {
            const notes = event.budget.filter((line) => line.source === source && line.note)
            return (
              <tr key={source}>
                <td>
                  {t[source]}
                  {notes.length > 0 ? <p className="second">{notes.map((line) => line.note).join('; ')}</p> : null}
                </td>
                {money(sum('planned', source))}
                {money(sum('spent', source))}
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.sum}</th>
            {money(sum('planned'))}
            {money(sum('spent'))}
          </tr>
        </tfoot>
      </table>
    </Card>
  )
}

export function OutcomeCard({ event }: { event: Event }) {
  const t = useTexts(eventTexts).one
  if (event.status !== 'reported') return null
  const items = (['summary', 'shortcomings', 'proposals'] as const).filter((name) => event.outcome[name])
  return (
    <Card title={t.outcome}>
      <Facts
        items={items.map((name) => [
          t[name],
          <span key={name} className="pre">
            {event.outcome[name]}
          </span>,
        ])}
      />
    </Card>
  )
}

export function SeriesCard({ event }: { event: Event }) {
  const t = useTexts(eventTexts).one
  const query = useQuery(seriesQuery(event.series_id))
  const sessions = query.data?.items ?? []
  if (sessions.length < 2) return null
  const at = sessions.findIndex((one) => one.id === event.id)
  return (
    <Card title={t.series} aside={at >= 0 ? t.seriesOf(at + 1, sessions.length) : undefined} className="no-print">
      <ul className={styles.sessions}>
        {sessions.map((one) => (
          <li key={one.id} aria-current={one.id === event.id || undefined}>
            <Link to={`/lich/${one.id}`}>{whenInWords(one)}</Link>
            <EventTag status={one.status} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
