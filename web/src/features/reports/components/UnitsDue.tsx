import { useQuery } from '@tanstack/react-query'
import { IconBellRinging, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { Link, useSearchParams } from 'react-router'
import type { PlanRow, ReportKind, ReportsDue, UnitReportState } from '@/api/types'
import { useSession } from '@/app/session'
import { daysBetween, formatDate, formatInstant, formatRange } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { DataTable, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { QueryView } from '@/ui/QueryView'
import { SegmentedControl } from '@/ui/Segmented'
import { StatusTag } from '@/ui/StatusTag'
import { isProblem } from '@/lib/problem'
import { useAct } from '@/ui/useAct'
import { weeksAround } from '../filters'
import { dueQuery, remindUnits, REPORT_TOUCHES } from '../queries'
import { reportTexts } from '../texts'
import styles from './lists.module.css'

/** Who has handed in the report of a period and who has not; one tap reminds those. */
export function UnitsDue({ plan }: { plan: PlanRow }) {
  const t = useTexts(reportTexts).due
  const [params, setParams] = useSearchParams()
  const kind: ReportKind = params.get('ky') === 'tuan' ? 'unit_week' : 'unit_final'
  const day = kind === 'unit_week' ? (params.get('ngay') ?? undefined) : undefined
  const query = useQuery(dueQuery({ plan_id: plan.id, kind, day }))
  const set = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(params)
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value)
      else next.delete(name)
    }
    setParams(next, { replace: true })
  }
  return (
    <>
      <div className="row no-print">
        <SegmentedControl
          aria-label={t.kindLabel}
          value={kind}
          onChange={(value) => set({ ky: value === 'unit_week' ? 'tuan' : null, ngay: null })}
          data={[
            { value: 'unit_final', label: t.final },
            { value: 'unit_week', label: t.week },
          ]}
        />
      </div>
      {isProblem(query.error, 422) ? (
        <Card>
          <EmptyState
            title={t.notYet}
            action={
              kind === 'unit_week' && day ? (
                <Button variant="light" onClick={() => set({ ngay: null })}>
                  {t.current}
                </Button>
              ) : undefined
            }
          />
        </Card>
      ) : (
        <QueryView query={query}>
          {(due) => <Period due={due} plan={plan} onDay={(to) => set({ ngay: to })} />}
        </QueryView>
      )}
    </>
  )
}

interface PeriodProps {
  due: ReportsDue
  plan: PlanRow
  onDay: (day: string) => void
}

function Period({ due, plan, onDay }: PeriodProps) {
  const t = useTexts(reportTexts).due
  const { today, can } = useSession()
  const { act, busy } = useAct(REPORT_TOUCHES)
  const mayRemind = can('reports', 'update')
  const range = formatRange(due.period_from, due.period_to)
  const weeks = due.kind === 'unit_week' ? weeksAround(due, plan, today) : null
  const missing = due.units.filter((state) => state.is_missing)
  const remind = async (units: UnitReportState[], name: string) => {
    if (name === 'all') {
      const answer = await ask({ title: t.remindTitle(units.length), body: t.remindBody, confirm: t.remind })
      if (!answer.yes) return
    }
    const period = { plan_id: due.plan_id, kind: due.kind, day: due.period_to }
    await act(
      name,
      (key) => remindUnits(period, name === 'all' ? [] : units.map(({ unit }) => unit.id), key),
      t.reminded(units.length),
    )
  }
  const one = (state: UnitReportState) =>
    state.report && state.report.revision > 0 && !state.is_missing ? (
      <LinkButton to={`/bao-cao/${state.report.id}`} size="sm" variant="light">
        <Open name={state.unit.name} />
      </LinkButton>
    ) : state.is_missing && mayRemind ? (
      <Button
        size="sm"
        variant="default"
        loading={busy === state.unit.id}
        onClick={() => void remind([state], state.unit.id)}
      >
        {t.remind}
        <span className="sr-only"> {state.unit.name}</span>
      </Button>
    ) : null
  const reminded = (state: UnitReportState) =>
    state.last_reminded_at ? t.times(state.reminded, formatInstant(state.last_reminded_at)) : t.never
  const columns: Column<UnitReportState>[] = [
    { key: 'unit', header: t.unit, cell: (state) => <Name state={state} /> },
    { key: 'state', header: t.state, width: '180px', cell: (state) => <Handed state={state} /> },
    {
      key: 'reminders',
      header: t.reminders,
      width: '280px',
      cell: (state) =>
        state.is_missing || state.reminded > 0 ? <span className="second">{reminded(state)}</span> : null,
    },
    ...(mayRemind ? [{ key: 'act', header: '', width: '130px', cell: one }] : []),
  ]
  return (
    <Card
      flush
      title={due.kind === 'unit_week' ? t.weekOf(range) : t.finalOf(range)}
      aside={
        weeks ? (
          <span className="row no-print">
            <Button
              size="sm"
              variant="default"
              disabled={!weeks.before}
              leftSection={<IconChevronLeft size={18} aria-hidden />}
              onClick={() => weeks.before && onDay(weeks.before)}
            >
              {t.before}
            </Button>
            <Button
              size="sm"
              variant="default"
              disabled={!weeks.after}
              rightSection={<IconChevronRight size={18} aria-hidden />}
              onClick={() => weeks.after && onDay(weeks.after)}
            >
              {t.after}
            </Button>
          </span>
        ) : undefined
      }
    >
      <div className={`${styles.summary} row-between`}>
        <p>
          <strong>{t.summary(due.handed_in, due.units.length)}</strong>,{' '}
          <span className={due.late && due.missing > 0 ? 'late' : 'muted'}>
            {t.on(formatDate(due.due_on))}
            {due.late && due.missing > 0 ? `, ${t.overdue(daysBetween(due.due_on, today))}` : ''}
          </span>
        </p>
        {missing.length === 0 ? (
          <p className="done">{due.units.length === 0 ? t.none : t.allIn}</p>
        ) : mayRemind ? (
          <Button
            leftSection={<IconBellRinging size={18} aria-hidden />}
            loading={busy === 'all'}
            onClick={() => void remind(missing, 'all')}
          >
            {t.remindAll(missing.length)}
          </Button>
        ) : null}
      </div>
      {due.units.length > 0 ? (
        <DataTable
          caption={due.kind === 'unit_week' ? t.weekOf(range) : t.finalOf(range)}
          columns={columns}
          rows={due.units}
          rowKey={(state) => state.unit.id}
          card={(state) => (
            <div className={styles.due}>
              <div className="stack-2 grow">
                <Name state={state} />
                <span>
                  <Handed state={state} />
                </span>
                {state.is_missing || state.reminded > 0 ? <span className="second">{reminded(state)}</span> : null}
              </div>
              {one(state)}
            </div>
          )}
        />
      ) : null}
    </Card>
  )
}

function Open({ name }: { name: string }) {
  const t = useTexts(reportTexts).begin
  return (
    <>
      {t.open}
      <span className="sr-only"> {name}</span>
    </>
  )
}

function Name({ state }: { state: UnitReportState }) {
  return state.report && state.report.revision > 0 ? (
    <Link to={`/bao-cao/${state.report.id}`}>{state.unit.name}</Link>
  ) : (
    <strong>{state.unit.name}</strong>
  )
}

function Handed({ state }: { state: UnitReportState }) {
  const t = useTexts(reportTexts).due
  if (!state.is_missing) {
    return (
      <StatusTag tone="green" icon="check">
        {t.handedIn}
      </StatusTag>
    )
  }
  if (state.report?.status === 'returned') {
    return (
      <StatusTag tone="red" icon="back">
        {t.returned}
      </StatusTag>
    )
  }
  return (
    <StatusTag tone="orange" icon={state.report ? 'pencil' : 'clock'}>
      {state.report ? t.writing : t.missing}
    </StatusTag>
  )
}
