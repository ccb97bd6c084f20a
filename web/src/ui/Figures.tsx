import { Link, type To } from 'react-router'
import { formatNumber } from '@/lib/text'
import styles from './Figures.module.css'

export interface Figure {
  key: string
  label: string
  value: number
  /** What the number is a part of, in words. */
  of?: string
  to: To
  /** Red while it is not nought: there is harm. */
  harm?: boolean
  /** The figure by which the page is filtered now. */
  chosen?: boolean
}

interface FiguresProps {
  label: string
  figures: Figure[]
  /** The links change a filter of this page: the way back leads out of it, and the page stays where it is. */
  filters?: boolean
}

/** What must be known first: each number is the way to its rows. */
export function Figures({ label, figures, filters = false }: FiguresProps) {
  return (
    <ul className={styles.figures} aria-label={label}>
      {figures.map((one) => (
        <li key={one.key}>
          <Link
            to={one.to}
            replace={filters}
            preventScrollReset={filters}
            className={styles.figure}
            data-harm={(one.harm && one.value > 0) || undefined}
            aria-current={one.chosen ? 'true' : undefined}
          >
            <span className={styles.label}>{one.label}</span>{' '}
            <span>
              <strong>{formatNumber(one.value)}</strong>
              {one.of === undefined ? null : <span className="second"> {one.of}</span>}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
