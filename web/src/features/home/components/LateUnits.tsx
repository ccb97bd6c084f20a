import { Link } from 'react-router'
import type { Dashboard } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { compareVietnamese } from '@/lib/text'
import { Card } from '@/ui/Card'
import { homeTexts } from '../texts'
import styles from './rows.module.css'

export function LateUnits({ rows }: { rows: Dashboard['late_by_unit'] }) {
  const t = useTexts(homeTexts).units
  const late = rows.filter((row) => row.count > 0)
  return (
    <Card title={t.title}>
      {late.length === 0 ? (
        <p className="muted">{t.empty}</p>
      ) : (
        <ul className={styles.rows}>
          {late
            .toSorted((a, b) => b.count - a.count || compareVietnamese(a.unit.name, b.unit.name))
            .slice(0, 8)
            .map(({ unit, count }) => (
              <li key={unit.id} className={styles.row} style={{ minHeight: 44, paddingBlock: 0 }}>
                <Link to={`/viec?don-vi=${unit.id}&qua-han=1`}>{unit.name}</Link>
                <span className="late num">{t.count(count)}</span>
              </li>
            ))}
        </ul>
      )}
    </Card>
  )
}
