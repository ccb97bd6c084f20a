import { useState } from 'react'
import type { WardProgress } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Card, Facts } from '@/ui/Card'
import { StackedBars } from '@/ui/charts/Bars'
import { usePhone } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { byNeed } from '../figures'
import { overviewTexts } from '../texts'
import styles from './overview.module.css'

/** So many bars can be read; the rest comes with a button. */
const SHOWN = 12

/** One row a ward, those with most late work first. Numbers only: nothing here names anybody. */
export function WardsCard({ wards, range }: { wards: WardProgress[]; range: string }) {
  const texts = useTexts(overviewTexts)
  const t = texts.wards
  const phone = usePhone()
  const [all, setAll] = useState(false)
  if (wards.length === 0) {
    return (
      <Card>
        <EmptyState title={t.none} />
      </Card>
    )
  }
  const ordered = byNeed(wards)
  const shown = all ? ordered : ordered.slice(0, SHOWN)
  const sum = (state: 'done' | 'total' | 'late') =>
    formatNumber(wards.reduce((total, ward) => total + ward.tasks[state], 0))
  return (
    <>
      <p className="second">{t.sum(wards.length, range)}</p>
      <Card title={t.title}>
        <StackedBars
          name={t.title}
          summary={t.summary(wards.length, sum('done'), sum('total'), sum('late'))}
          series={[
            { key: 'done', label: texts.states.done, tone: 'done' },
            { key: 'doing', label: texts.states.doing, tone: 'doing' },
            { key: 'late', label: texts.states.late, tone: 'late' },
            { key: 'todo', label: texts.states.todo, tone: 'rest' },
          ]}
          scale="each"
          rows={shown.map(({ ward_id, ward_name, tasks }) => ({
            key: ward_id,
            label: ward_name,
            values: { done: tasks.done, doing: tasks.doing, late: tasks.late, todo: tasks.todo },
            note: texts.note(formatNumber(tasks.done), formatNumber(tasks.total), tasks.late),
          }))}
          table={{
            head: t.head,
            columns: [texts.states.done, texts.states.doing, texts.states.late, texts.states.todo, texts.states.total],
            rows: ordered.map(({ ward_id, ward_name, tasks }) => ({
              key: ward_id,
              head: ward_name,
              cells: [tasks.done, tasks.doing, tasks.late, tasks.todo, tasks.total],
            })),
          }}
        />
        {wards.length > SHOWN && !all ? (
          <Button variant="light" className="no-print" onClick={() => setAll(true)}>
            {t.more(wards.length)}
          </Button>
        ) : null}
      </Card>
      <Card title={t.detail}>
        {phone ? <Cards wards={shown} /> : <Table wards={shown} />}
        <p className="small muted">{t.why}</p>
      </Card>
    </>
  )
}

function useColumns(): [key: string, label: string, of: (ward: WardProgress) => string][] {
  const t = useTexts(overviewTexts).wards
  const part = (done: number, all: number) => `${formatNumber(done)}/${formatNumber(all)}`
  const small = (value: number | null | undefined) =>
    value === null || value === undefined ? t.small : formatNumber(value)
  return [
    ['tasks', t.tasks, ({ tasks }) => part(tasks.done, tasks.total)],
    ['late', t.late, ({ tasks }) => formatNumber(tasks.late)],
    ['obstacles', t.obstacles, ({ obstacles }) => formatNumber(obstacles.open)],
    ['events', t.events, ({ events }) => part(events.held, events.total)],
    ['children', t.children, ({ events }) => formatNumber(events.children)],
    ['communications', t.communications, ({ communications: c }) => part(c.reported, c.shares)],
    ['concerns', t.concerns, ({ cases }) => small(cases.concerns)],
    ['cases', t.cases, ({ cases }) => small(cases.open)],
    ['casesLate', t.casesLate, ({ cases }) => small(cases.late)],
  ]
}

function Table({ wards }: { wards: WardProgress[] }) {
  const t = useTexts(overviewTexts).wards
  const columns = useColumns()
  return (
    <table className={styles.wards}>
      <caption className="sr-only">{t.detail}</caption>
      <thead>
        <tr>
          <th scope="col">{t.head}</th>
          {columns.map(([key, label]) => (
            <th key={key} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {wards.map((ward) => (
          <tr key={ward.ward_id}>
            <th scope="row">{ward.ward_name}</th>
            {columns.map(([key, , of]) => (
              <td key={key} className={key === 'late' && ward.tasks.late > 0 ? 'late' : undefined}>
                {of(ward)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cards({ wards }: { wards: WardProgress[] }) {
  const columns = useColumns()
  return (
    <div className="stack">
      {wards.map((ward) => (
        <section key={ward.ward_id} aria-label={ward.ward_name}>
          <h3>{ward.ward_name}</h3>
          <Facts items={columns.map(([, label, of]) => [label, of(ward)])} />
        </section>
      ))}
    </div>
  )
}
