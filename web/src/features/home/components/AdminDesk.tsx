import { Link } from 'react-router'
import type { Dashboard } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { homeTexts } from '../texts'
import { Figures } from './Figures'
import { LockAlarm } from './LockAlarm'
import styles from './rows.module.css'

export function AdminDesk({ figures }: { figures: Dashboard['figures'] }) {
  const t = useTexts(homeTexts).admin
  const tiles = [
    ['/quan-tri/nguoi-dung', t.users, t.usersHint],
    ['/quan-tri/don-vi', t.units, t.unitsHint],
    ['/quan-tri/nhat-ky', t.audit, t.auditHint],
    ['/quan-tri/dang-nhap', t.signIns, t.signInsHint],
    ['/quyen', t.permissions, t.permissionsHint],
  ] as const
  return (
    <>
      <LockAlarm />
      <Figures figures={figures.filter((figure) => /^(users|units|wards)/.test(figure.code))} />
      <h2>{t.title}</h2>
      <ul className={styles.desk}>
        {tiles.map(([to, name, hint]) => (
          <li key={to}>
            <Link to={to} className={styles.tile}>
              <strong>{name}</strong>
              <span className="second">{hint}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
