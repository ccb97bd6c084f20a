import { Link } from 'react-router'
import type { Overview } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Card } from '@/ui/Card'
import { PointMap } from '@/ui/PointMap'
import { placesOf } from '../figures'
import { overviewTexts } from '../texts'
import styles from './overview.module.css'

export function MapCard({ data }: { data: Overview }) {
  const t = useTexts(overviewTexts).map
  const places = placesOf(data)
  if (places.length === 0) return null
  return (
    <Card title={t.title} className="keep">
      <div className={styles.map}>
        <PointMap points={places} label={t.label(places.length)} />
        <ol className={styles.places}>
          {places.map((one) => (
            <li key={one.key}>
              <Link to={one.to}>{one.title}</Link>
              <span className="second">{[t.kind[one.kind], one.place].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ol>
      </div>
    </Card>
  )
}
