import { Link } from 'react-router'
import type { BreachClock, BreachLine, BreachLines } from '@/api/types'
import { breachKinds } from '@/lib/breachTexts'
import { clockTexts } from '@/lib/clockTexts'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { hoursLeft } from '@/lib/timeLeft'
import { LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { StatusTag, type Tone } from '@/ui/StatusTag'
import { homeTexts } from '../texts'
import styles from './rows.module.css'

/** For those who work on them: what must be told within 72 hours; nothing at all while no clock runs. */
export function BreachesDue({ breaches }: { breaches: BreachLines | undefined }) {
  const t = useTexts(homeTexts).breaches
  if (!breaches || breaches.items.length === 0) return null
  return (
    <Card title={`${t.title} (${breaches.total})`} aside={<Link to="/vi-pham-du-lieu">{t.all}</Link>}>
      <ul className={styles.rows}>
        {breaches.items.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </Card>
  )
}

function Row({ row }: { row: BreachLine }) {
  const t = useTexts(homeTexts).breaches
  const kinds = useTexts(breachKinds)
  const place = `/vi-pham-du-lieu/${row.id}`
  const second = [
    row.code,
    row.clock ? t.due(formatInstant(row.clock.due_at)) : null,
    row.children_touched ? t.children : null,
  ]
  return (
    <li className={styles.row}>
      <span className={styles.text}>
        <Link to={place} className={styles.title}>
          {kinds[row.kind]}
        </Link>
        <span className={styles.meta}>
          <span className="second">{second.filter(Boolean).join(' · ')}</span>
          {row.clock ? (
            <span className={styles.state}>
              <Left clock={row.clock} />
            </span>
          ) : null}
        </span>
      </span>
      <LinkButton to={place} size="sm" variant={row.clock?.state === 'running' ? 'light' : 'filled'}>
        {t.go[row.status === 'open' ? 'open' : 'assessed']}
      </LinkButton>
    </li>
  )
}

const TONES: Partial<Record<BreachClock['state'], Tone>> = { late: 'red', soon: 'orange' }

/** The server's figure and its judgement: a phone's clock has no say in what is late. */
function Left({ clock }: { clock: BreachClock }) {
  const words = useTexts(clockTexts)
  if (clock.hours_left === null || clock.hours_left === undefined) return null
  return (
    <StatusTag tone={TONES[clock.state] ?? 'blue'} icon={clock.state === 'late' ? 'alert' : 'clock'}>
      {hoursLeft(clock.hours_left, words)}
    </StatusTag>
  )
}
