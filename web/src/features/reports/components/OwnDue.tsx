import { useQuery } from '@tanstack/react-query'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useSearchParams } from 'react-router'
import type { PlanRow, ReportsDue } from '@/api/types'
import { useSession } from '@/app/session'
import { daysBetween, formatDate, formatInstant, formatRange } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { isProblem } from '@/lib/problem'
import { Button, IconButton, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { QueryView } from '@/ui/QueryView'
import { StatusTag } from '@/ui/StatusTag'
import { weeksAround } from '../filters'
import { dueQuery } from '../queries'
import { reportTexts } from '../texts'
import { useBegin } from '../useBegin'
import { ReportTag } from './tags'

interface OwnDueProps {
  plan: PlanRow
  kind: 'unit_week' | 'unit_final'
}

/** What a unit owes for a period, with the one button that begins it or goes on with it. */
export function OwnDue({ plan, kind }: OwnDueProps) {
  const t = useTexts(reportTexts)
  const [params, setParams] = useSearchParams()
  const day = kind === 'unit_week' ? (params.get('ngay') ?? undefined) : undefined
  const query = useQuery(dueQuery({ plan_id: plan.id, kind, day }))
  if (isProblem(query.error, 422)) {
    return (
      <Card title={t.kind[kind]}>
        <p className="muted">{t.due.notYet}</p>
      </Card>
    )
  }
  const onDay = (to: string) => {
    const next = new URLSearchParams(params)
    next.set('ngay', to)
    setParams(next, { replace: true })
  }
  return <QueryView query={query}>{(due) => <Owed due={due} plan={plan} kind={kind} onDay={onDay} />}</QueryView>
}

function Owed({ due, plan, kind, onDay }: OwnDueProps & { due: ReportsDue; onDay: (day: string) => void }) {
  const t = useTexts(reportTexts)
  const { today } = useSession()
  const { begin, busy } = useBegin()
  const own = due.units[0]
  if (!own) return null
  const range = formatRange(due.period_from, due.period_to)
  const weeks = kind === 'unit_week' ? weeksAround(due, plan, today) : null
  const late = own.is_missing && due.late
  const name = t.kind[kind]
  return (
    <Card
      title={kind === 'unit_week' ? t.due.weekOf(range) : t.due.finalOf(range)}
      aside={
        weeks ? (
          <span className="row no-print">
            <IconButton
              label={t.due.before}
              disabled={!weeks.before}
              onClick={() => weeks.before && onDay(weeks.before)}
            >
              <IconChevronLeft size={22} aria-hidden />
            </IconButton>
            <IconButton label={t.due.after} disabled={!weeks.after} onClick={() => weeks.after && onDay(weeks.after)}>
              <IconChevronRight size={22} aria-hidden />
            </IconButton>
          </span>
        ) : undefined
      }
    >
      <div className="stack-2">
        <p className="row">
          <span>{name}</span>
          {own.report ? (
            <ReportTag report={own.report} />
          ) : (
            <StatusTag tone="orange" icon="clock">
              {t.due.missing}
            </StatusTag>
          )}
        </p>
        <p className={late ? 'late' : 'muted'}>
          {t.dueOn(formatDate(due.due_on))}
          {late ? `, ${t.due.overdue(daysBetween(due.due_on, today))}` : ''}
        </p>
        {own.is_missing && own.last_reminded_at ? (
          <p className="second">{t.due.wereReminded(own.reminded, formatInstant(own.last_reminded_at))}</p>
        ) : null}
        <div className="row">
          {own.report ? (
            <LinkButton to={`/bao-cao/${own.report.id}`} variant={own.is_missing ? 'filled' : 'light'}>
              {own.report.status === 'returned' ? t.begin.fix : own.is_missing ? t.begin.go : t.begin.open}
              <span className="sr-only"> {name}</span>
            </LinkButton>
          ) : (
            <Button loading={busy === kind} onClick={() => void begin({ kind, plan_id: plan.id, day: due.period_to })}>
              {t.begin[kind]}
            </Button>
          )}
        </div>
      </div>
    </Card>
  )
}
