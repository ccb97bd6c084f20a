import type { EventRegistrations } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Card } from '@/ui/Card'
import { Notice } from '@/ui/Notice'
import { partTexts } from '../partTexts'
import styles from './people.module.css'

/** The numbers that everybody sees who sees the event. */
export function Figures({ people }: { people: EventRegistrations }) {
  const t = useTexts(partTexts)
  const { counts, adults } = people
  const places = Math.min(people.capacity ?? Infinity, people.expected_children)
  const figures = [
    [t.registered, t.of(counts.registered, places)],
    people.capacity ? [t.waiting, counts.waiting] : null,
    [t.missing, counts.consent_missing],
    [t.came, counts.came],
    [t.here, counts.here],
    [t.left, counts.left],
  ].filter((one) => one !== null)
  return (
    <Card>
      <div className="stack-2">
        <div className={styles.figures}>
          {figures.map(([label, value]) => (
            <span key={label} className={styles.figure}>
              <span className={styles.number}>{value}</span>
              <span className="second">{label}</span>
            </span>
          ))}
        </div>
        {counts.registered > 0 ? (
          <Notice
            tone={adults.missing > 0 ? 'warn' : 'ok'}
            title={t.adults(adults.helpers + adults.expected, adults.needed)}
          >
            {adults.missing > 0 ? t.adultsMissing(adults.missing) : t.adultsEnough}{' '}
            {t.adultsOf(adults.helpers, adults.expected)}.
          </Notice>
        ) : null}
      </div>
    </Card>
  )
}
