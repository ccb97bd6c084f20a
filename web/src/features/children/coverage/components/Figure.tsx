import { Link } from 'react-router'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { listBehind, type Behind } from '../links'
import { coverageTexts } from '../texts'
import styles from './coverage.module.css'

interface FigureProps {
  value: number
  /** Of whom the number tells; `null` for pupils outside of the neighborhoods, whom no filter can ask for. */
  place: { id: string | null; name: string } | 'ward'
  programme: Behind['programme']
  year: number
  reached?: boolean
}

/** A number that opens the list of the children it counts; nought opens nothing. */
export function Figure({ value, place, programme, year, reached }: FigureProps) {
  const t = useTexts(coverageTexts)
  const left = reached === false && value > 0
  const className = left ? `${styles.figure} ${styles.left}` : styles.figure
  const nowhere = place !== 'ward' && place.id === null
  if (value === 0 || nowhere) return <span className={className}>{formatNumber(value)}</span>
  const what = reached === undefined ? t.entitled : reached ? t.reached : t.notReached
  const name = place === 'ward' ? t.ward : place.name
  const neighborhood = place === 'ward' ? undefined : (place.id ?? undefined)
  return (
    <Link
      className={className}
      to={listBehind({ programme, year, reached, neighborhood })}
      aria-label={t.link(name, t.programme[programme].name, what, value)}
    >
      {formatNumber(value)}
    </Link>
  )
}
