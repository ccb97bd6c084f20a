import { Link } from 'react-router'
import type { Waiting } from '@/api/types'
import { formatWhen } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { StatusTag } from '@/ui/StatusTag'
import { homeTexts } from '../texts'
import styles from './rows.module.css'

const place: Record<Waiting['kind'], (id: string) => string> = {
  task_review: (id) => `/viec/${id}`,
  obstacle: (id) => `/vuong-mac/${id}`,
}

export function WaitingForMe({ items }: { items: Waiting[] }) {
  const t = useTexts(homeTexts).waiting
  const ordered = items.toSorted((a, b) => Number(b.late) - Number(a.late) || (a.since < b.since ? -1 : 1))
  return (
    <Card title={items.length > 0 ? `${t.title} (${items.length})` : t.title}>
      {items.length === 0 ? (
        <p className="muted">{t.empty}</p>
      ) : (
        <ul className={styles.rows}>
          {ordered.map((item) => (
            <li key={item.kind + item.id} className={styles.row}>
              <span className={styles.text}>
                <Link to={place[item.kind](item.id)} className={styles.title}>
                  {item.title}
                </Link>
                <span className="second">
                  {[t.kinds[item.kind], item.unit?.name, t.since(formatWhen(item.since))].filter(Boolean).join(' · ')}
                </span>
                {item.late ? (
                  <span className={styles.state}>
                    <StatusTag tone="red" icon="alert">
                      {t.late[item.kind]}
                    </StatusTag>
                  </span>
                ) : null}
              </span>
              <LinkButton to={place[item.kind](item.id)} size="sm" variant={item.late ? 'filled' : 'light'}>
                {t.go[item.kind]}
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
