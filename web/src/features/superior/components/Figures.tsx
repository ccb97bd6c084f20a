import { Link } from 'react-router'
import type { ReportsOverview } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { STATES, toState } from '../filters'
import { superiorTexts } from '../texts'
import styles from './superior.module.css'

/** How many wards are where; each number shows its wards, the number that is chosen shows all of them again. */
export function Figures({ data, params }: { data: ReportsOverview; params: URLSearchParams }) {
  const t = useTexts(superiorTexts).figures
  const chosen = toState(params)
  const to = (state: string) => {
    const next = new URLSearchParams(params)
    if (state === chosen) next.delete('xem')
    else next.set('xem', state)
    return { search: next.toString() }
  }
  return (
    <ul className={styles.figures} aria-label={t.label}>
      {STATES.map((state) => (
        <li key={state}>
          <Link
            to={to(state)}
            replace
            preventScrollReset
            className={styles.figure}
            data-harm={(state === 'late' && data.late > 0) || undefined}
            aria-current={state === chosen ? 'true' : undefined}
          >
            <span className={styles.figureLabel}>{t[state]}</span>{' '}
            <span>
              <strong>{formatNumber(data[state])}</strong>
              <span className="second"> {t.of(formatNumber(data.wards_total))}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
