import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Event, ReportLine, Waiting as Task } from '@/api/types'
import { useCan } from '@/app/session'
import { formatWhen, today } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { StatusTag } from '@/ui/StatusTag'
import { proposedEventsQuery, reportsToApproveQuery } from '../queries'
import { homeTexts } from '../texts'
import styles from './rows.module.css'

type Waiting = Omit<Task, 'kind' | 'unit'> & {
  kind: Task['kind'] | 'event_approval' | 'report_approval'
  unit?: Task['unit'] | null
}

const place: Record<Waiting['kind'], (id: string) => string> = {
  task_review: (id) => `/viec/${id}`,
  obstacle: (id) => `/vuong-mac/${id}`,
  event_approval: (id) => `/lich/${id}`,
  recommendation_open: (id) => `/kiem-tra/kien-nghi/${id}`,
  recommendation_fixed: (id) => `/kiem-tra/kien-nghi/${id}`,
  commendation: (id) => `/khen-thuong/${id}`,
  report_approval: (id) => `/bao-cao/${id}`,
}

const TWO_DAYS = 2 * 86_400_000

function proposed(event: Event): Waiting {
  return {
    kind: 'event_approval',
    id: event.id,
    title: event.title,
    unit: event.lead_unit,
    since: event.updated_at,
    late: Date.parse(event.starts_at) - Date.now() < TWO_DAYS,
  }
}

function submitted(report: ReportLine): Waiting {
  return {
    kind: 'report_approval',
    id: report.id,
    title: report.title,
    unit: report.unit,
    since: report.submitted_at ?? report.updated_at,
    late: report.due_on !== null && report.due_on !== undefined && report.due_on < today(),
  }
}

export function WaitingForMe({ items: others }: { items: Task[] }) {
  const t = useTexts(homeTexts).waiting
  const can = useCan()
  const events = useQuery({ ...proposedEventsQuery, enabled: can('events', 'approve') })
  const reports = useQuery({ ...reportsToApproveQuery, enabled: can('reports', 'approve', 'ward') })
  const items: Waiting[] = [...others, ...(events.data ?? []).map(proposed), ...(reports.data ?? []).map(submitted)]
  const ordered = items.toSorted((a, b) => Number(b.late) - Number(a.late) || (a.since < b.since ? -1 : 1))
  return (
    <Card title={items.length > 0 ? `${t.title} (${items.length})` : t.title}>
      {items.length === 0 ? <p className="muted">{t.empty}</p> : <Rows items={ordered} />}
    </Card>
  )
}

/** What an inspection has asked of my unit; nothing at all while there is nothing. */
export function AskedOfUs({ items }: { items: Task[] }) {
  const t = useTexts(homeTexts).waiting
  if (items.length === 0) return null
  return (
    <Card title={`${t.asked} (${items.length})`}>
      <Rows items={items} />
    </Card>
  )
}

function Rows({ items }: { items: Waiting[] }) {
  const t = useTexts(homeTexts).waiting
  return (
    <ul className={styles.rows}>
      {items.map((item) => (
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
  )
}
