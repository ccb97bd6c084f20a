import type { Dashboard } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { homeTexts } from '../texts'
import styles from './Figures.module.css'

/** Harm in red only when there is some. */
const HARM = /overdue|late|not_reported/

export function Figures({ figures }: { figures: Dashboard['figures'] }) {
  const t = useTexts(homeTexts)
  const names: Record<string, string> = t.figures
  const known = figures.filter((figure) => names[figure.code])
  if (known.length === 0) return null
  return (
    <ul className={styles.figures}>
      {known.map(({ code, value, of }) => (
        <li key={code} className={styles.figure} data-harm={(HARM.test(code) && value > 0) || undefined}>
          <span className={styles.label}>{names[code]}</span>
          <span>
            <strong>{formatNumber(value)}</strong>
            {of !== null && of !== undefined ? <span className="muted"> / {formatNumber(of)}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
