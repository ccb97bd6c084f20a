import type { ReactNode } from 'react'
import type { BreachClock } from '@/api/types'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Card } from '@/ui/Card'
import { breachTexts } from '../texts'
import styles from './breaches.module.css'
import { useClock } from './tags'

/** The clock first, then the one thing to do next. */
export function ClockCard({ clock, step, action }: { clock: BreachClock; step: string; action: ReactNode }) {
  const t = useTexts(breachTexts).one
  const { tone, words } = useClock(clock)
  const runs = clock.hours_left !== null && clock.hours_left !== undefined
  return (
    <Card title={t.clock}>
      <div className={styles.clock}>
        <div>
          <p className={`${styles.left} ${tone === 'red' ? styles.red : ''}`}>{words}</p>
          <p className="second">
            {runs ? (
              <>
                {t.due(formatInstant(clock.due_at))}
                <br />
              </>
            ) : null}
            {t.start(formatInstant(clock.starts_at))}
          </p>
          {tone === 'red' ? <p className="late">{t.late}</p> : null}
        </div>
        <div className="stack-2">
          <p>
            <strong>{t.next}: </strong>
            {step}
          </p>
          <div className="row no-print">{action}</div>
        </div>
      </div>
    </Card>
  )
}
