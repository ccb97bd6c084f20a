import { Link } from 'react-router'
import type { Dashboard } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Card } from '@/ui/Card'
import { StackBar } from '@/ui/Progress'
import { homeTexts } from '../texts'
import styles from './rows.module.css'

interface SectionProgressProps {
  rows: Dashboard['by_section']
  planId: string | null
}

const COLOURS = { done: 'var(--xanh)', doing: 'var(--chart-blue)', late: 'var(--do)', rest: '#c6d0d8' } as const

export function SectionProgress({ rows, planId }: SectionProgressProps) {
  const t = useTexts(homeTexts).sections
  const title = planId ? <Link to={`/ke-hoach/${planId}`}>{t.title}</Link> : t.title
  if (rows.length === 0) {
    return (
      <Card title={title}>
        <p className="muted">{t.empty}</p>
      </Card>
    )
  }
  return (
    <Card title={title}>
      <ul className={styles.legend} aria-hidden>
        {(Object.keys(COLOURS) as (keyof typeof COLOURS)[]).map((key) => (
          <li key={key}>
            <span style={{ background: COLOURS[key] }} />
            {t[key]}
          </li>
        ))}
      </ul>
      <ul className={styles.bars}>
        {rows.map((row) => {
          const rest = Math.max(0, row.total - row.done - row.doing - row.late)
          return (
            <li key={row.path} className={styles.bar}>
              <span>
                {row.path}. {row.title}
              </span>
              <span className="num">
                {row.done}/{row.total}
              </span>
              <StackBar
                label={row.title}
                pieces={[
                  { key: 'done', label: t.done, value: row.done, tone: 'done' },
                  { key: 'doing', label: t.doing, value: row.doing, tone: 'doing' },
                  { key: 'late', label: t.late, value: row.late, tone: 'late' },
                  { key: 'rest', label: t.rest, value: rest, tone: 'rest' },
                ]}
              />
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
