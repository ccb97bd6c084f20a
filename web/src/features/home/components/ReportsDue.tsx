import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { Dashboard, ReportsDue as Due } from '@/api/types'
import { useSession } from '@/app/session'
import { formatDate, formatRange } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { isProblem } from '@/lib/problem'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { useAct } from '@/ui/useAct'
import { beginReport, reportsDueQuery } from '../queries'
import { homeTexts } from '../texts'
import styles from './rows.module.css'

/** The week's report while the plan runs, the one of the whole afterwards; nothing where none is missing. */
export function ReportsDue({ plan, today }: { plan: NonNullable<Dashboard['plan']>; today: string }) {
  const { me } = useSession()
  const query = useQuery(reportsDueQuery(today > plan.ends_on ? 'unit_final' : 'unit_week'))
  const due = query.data
  if (!due || due.missing === 0) return null
  const scope = me.permissions.find((one) => one.resource === 'reports')?.scope
  return scope === 'ward' ? <Missing due={due} /> : <Own due={due} />
}

function Missing({ due }: { due: Due }) {
  const t = useTexts(homeTexts).reports
  const week = due.kind === 'unit_week'
  return (
    <Card title={t.title}>
      <ul className={styles.rows}>
        <li className={styles.row}>
          <span className={styles.text}>
            <strong>{t.missing(due.missing, due.units.length)}</strong>
            <span className="second">
              {[t.kind[week ? 'week' : 'final'], formatRange(due.period_from, due.period_to)].join(' · ')}
            </span>
          </span>
          <LinkButton to={`/bao-cao?muc=don-vi${week ? '&ky=tuan' : ''}`} size="sm" variant="light">
            {t.see}
          </LinkButton>
        </li>
      </ul>
    </Card>
  )
}

function Own({ due }: { due: Due }) {
  const t = useTexts(homeTexts).reports
  const navigate = useNavigate()
  const { act, busy } = useAct([['reports']])
  const own = due.units[0]
  if (!own) return null
  const week = due.kind === 'unit_week'
  const begin = (key: string) =>
    beginReport({ kind: due.kind, plan_id: due.plan_id, day: due.period_to }, key).catch((error: unknown) => {
      // Somebody of the unit began it meanwhile.
      if (isProblem(error) && error.reportId) return { id: error.reportId }
      throw error
    })
  return (
    <Card title={t.title}>
      <ul className={styles.rows}>
        <li className={styles.row}>
          <span className={styles.text}>
            <strong>{t.own[week ? 'week' : 'final']}</strong>
            <span className={due.late ? 'late' : 'second'}>
              {[formatRange(due.period_from, due.period_to), t.due(formatDate(due.due_on))].join(' · ')}
            </span>
          </span>
          {own.report ? (
            <LinkButton to={`/bao-cao/${own.report.id}`} size="sm">
              {t.go}
            </LinkButton>
          ) : (
            <Button
              size="sm"
              loading={busy === 'begin'}
              onClick={() =>
                void act('begin', begin).then((report) => (report ? navigate(`/bao-cao/${report.id}`) : undefined))
              }
            >
              {t.write}
            </Button>
          )}
        </li>
      </ul>
    </Card>
  )
}
