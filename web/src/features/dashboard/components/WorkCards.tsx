import { Link } from 'react-router'
import { formatDayMonth, formatDate, type PlainDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Card } from '@/ui/Card'
import { StackedBars, type Series } from '@/ui/charts/Bars'
import type { Cell } from '@/ui/charts/Chart'
import { LineChart } from '@/ui/charts/LineChart'
import { burnUp, lateUnits, type Tally, type Tasks } from '../figures'
import * as links from '../links'
import { overviewTexts } from '../texts'
import styles from './overview.module.css'

interface WorkProps {
  tasks: Tasks
  plan: links.PlanId
}

const STATES: links.State[] = ['done', 'doing', 'late', 'todo', 'total']

function useSeries(): Series[] {
  const t = useTexts(overviewTexts).states
  return [
    { key: 'done', label: t.done, tone: 'done' },
    { key: 'doing', label: t.doing, tone: 'doing' },
    { key: 'late', label: t.late, tone: 'late' },
    { key: 'todo', label: t.todo, tone: 'rest' },
  ]
}

const valuesOf = ({ done, doing, late, todo }: Tally) => ({ done, doing, late, todo })

const cellsOf = (tally: Tally, to: (state: links.State) => string): Cell[] =>
  STATES.map((state) => (tally[state] > 0 ? { value: tally[state], to: to(state) } : 0))

export function UnitCard({ tasks, plan }: WorkProps) {
  const texts = useTexts(overviewTexts)
  const t = texts.units
  const series = useSeries()
  const units = tasks.by_unit
  const sum = (state: links.State) => formatNumber(units.reduce((all, unit) => all + unit[state], 0))
  if (units.length === 0) {
    return (
      <Card title={t.title}>
        <p className="muted">{t.none}</p>
      </Card>
    )
  }
  return (
    <Card title={t.title}>
      <StackedBars
        name={t.title}
        summary={t.summary(units.length, sum('done'), sum('total'), sum('late'))}
        series={series}
        rows={units.map((work) => ({
          key: work.unit.id,
          label: work.unit.name,
          values: valuesOf(work),
          note: texts.note(formatNumber(work.done), formatNumber(work.total), work.late),
        }))}
        table={{
          head: t.head,
          columns: STATES.map((state) => texts.states[state]),
          rows: units.map((work) => ({
            key: work.unit.id,
            head: work.unit.name,
            cells: cellsOf(work, (state) => links.tasksOfUnit(work.unit.id, state, plan)),
          })),
        }}
      />
    </Card>
  )
}

export function SectionCard({ tasks, plan }: WorkProps) {
  const texts = useTexts(overviewTexts)
  const t = texts.sections
  const series = useSeries()
  const sections = tasks.by_section
  const sum = (state: links.State) => formatNumber(sections.reduce((all, one) => all + one[state], 0))
  return (
    <Card title={t.title}>
      <StackedBars
        name={t.title}
        summary={t.summary(sections.length, sum('done'), sum('total'), sum('late'))}
        series={series}
        scale="each"
        rows={sections.map((work) => ({
          key: work.section_id,
          label: `${work.path}. ${work.title}`,
          values: valuesOf(work),
          note: texts.note(formatNumber(work.done), formatNumber(work.total), work.late),
        }))}
        table={{
          head: t.head,
          columns: STATES.map((state) => texts.states[state]),
          rows: sections.map((work) => ({
            key: work.section_id,
            head: work.path,
            cells: cellsOf(work, (state) => links.tasksOfSection(work.section_id, state, plan)),
          })),
        }}
      />
    </Card>
  )
}

const MOST_LATE = 8

export function LateCard({ tasks, plan }: WorkProps) {
  const t = useTexts(overviewTexts).late
  const late = lateUnits(tasks.by_unit)
  return (
    <Card title={t.title}>
      {late.length === 0 ? (
        <p className="done">{t.none}</p>
      ) : (
        <ul className={styles.late}>
          {late.slice(0, MOST_LATE).map((work) => (
            <li key={work.unit.id}>
              <Link to={links.tasksOfUnit(work.unit.id, 'late', plan)}>
                <span className="grow">{work.unit.name}</span>
                <span className="late num">{t.count(work.late)}</span>
                <span className="second num">{t.oldest(work.oldest_late_days)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** A week in which nothing was due or done says nothing in a table. */
const rowsOf = (weeks: Tasks['weeks']) =>
  weeks.map((week, at) => ({ week, at })).filter(({ week }) => week.due > 0 || week.done > 0)

export function WeekCard({ tasks, plan, today }: WorkProps & { today: PlainDate }) {
  const t = useTexts(overviewTexts).weeks
  const { weeks } = tasks
  const { due, done, now } = burnUp(tasks, today)
  const upTo = now ?? weeks.length - 1
  return (
    <Card title={t.title}>
      <LineChart
        name={t.title}
        summary={t.summary(formatNumber(due[upTo] ?? 0), formatNumber(tasks.done), formatNumber(tasks.total))}
        steps={weeks.map((week) => formatDayMonth(week.starts_on))}
        now={now}
        lines={[
          { key: 'due', label: t.lineDue, tone: 'plain', dashed: true, values: due },
          { key: 'done', label: t.lineDone, tone: 'done', values: done },
        ]}
        table={{
          head: t.head,
          columns: [t.due, t.dueSum, t.done, t.doneSum],
          rows: rowsOf(weeks).map(({ week, at }) => ({
            key: week.starts_on,
            head: formatDate(week.starts_on),
            cells: [
              week.due > 0 ? { value: week.due, to: links.tasksDueInWeek(week.starts_on, plan) } : 0,
              due[at] ?? 0,
              done[at] === null ? null : week.done,
              done[at] ?? null,
            ],
          })),
        }}
      />
    </Card>
  )
}
