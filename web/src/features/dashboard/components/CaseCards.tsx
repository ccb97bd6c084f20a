import { Link } from 'react-router'
import type { Overview } from '@/api/types'
import type { PlainDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Card } from '@/ui/Card'
import { StackedBars } from '@/ui/charts/Bars'
import * as links from '../links'
import { overviewTexts } from '../texts'
import styles from './overview.module.css'

const STATES = ['on_time', 'due_soon', 'late', 'met', 'met_late'] as const

/** Numbers only: which case it is stands in the list, for those who may read it. */
export function CaseCard({ cases }: { cases: NonNullable<Overview['cases']> }) {
  const t = useTexts(overviewTexts).cases
  const clocks = cases.by_clock
  const sum = (state: (typeof STATES)[number]) => formatNumber(clocks.reduce((all, one) => all + one[state], 0))
  return (
    <Card title={t.title} aside={<Link to={links.casesByClock}>{t.all}</Link>}>
      <div className="stack">
        <p className="row">
          <Link to={links.casesOpen}>{t.open(formatNumber(cases.open))}</Link>
          {cases.late > 0 ? (
            <Link to={links.casesLate} className="late">
              {t.late(formatNumber(cases.late))}
            </Link>
          ) : null}
        </p>
        {clocks.length === 0 ? (
          <p className="muted">{t.none}</p>
        ) : (
          <StackedBars
            name={t.title}
            summary={t.summary(sum('on_time'), sum('due_soon'), sum('late'))}
            series={[
              { key: 'on_time', label: t.state.on_time, tone: 'plain' },
              { key: 'due_soon', label: t.state.due_soon, tone: 'doing' },
              { key: 'late', label: t.state.late, tone: 'late' },
              { key: 'met', label: t.state.met, tone: 'done' },
              { key: 'met_late', label: t.state.met_late, tone: 'rest' },
            ]}
            rows={clocks.map((clock) => ({
              key: clock.kind,
              label: t.clock[clock.kind],
              values: Object.fromEntries(STATES.map((state) => [state, clock[state]])),
              note: t.note(clock.on_time + clock.due_soon + clock.late, clock.late),
            }))}
            table={{
              head: t.head,
              columns: STATES.map((state) => t.state[state]),
              rows: clocks.map((clock) => ({
                key: clock.kind,
                head: t.clock[clock.kind],
                cells: STATES.map((state) => clock[state]),
              })),
            }}
          />
        )}
      </div>
    </Card>
  )
}

interface ConcernProps {
  concerns: NonNullable<Overview['concerns']>
  from: PlainDate
  to: PlainDate
}

export function ConcernCard({ concerns, from, to }: ConcernProps) {
  const t = useTexts(overviewTexts).concerns
  const rows = [
    { label: t.waiting, value: concerns.waiting, to: links.concernsWaiting },
    { label: t.urgent, value: concerns.emergency, to: links.concernsUrgent, harm: true },
    { label: t.received, value: concerns.received, to: links.concernsReceived(from, to) },
  ]
  return (
    <Card title={t.title}>
      <ul className={styles.numbers}>
        {rows.map((row) => (
          <li key={row.label}>
            <Link to={row.to}>
              <span className="grow">{row.label}</span>
              <strong className={row.harm && row.value > 0 ? 'late num' : 'num'}>{formatNumber(row.value)}</strong>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
