import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Counts, Plan } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { compareVietnamese } from '@/lib/text'
import { Card } from '@/ui/Card'
import { DataTable, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { StackBar } from '@/ui/Progress'
import { QueryView } from '@/ui/QueryView'
import { summaryQuery } from '../queries'
import { planTexts } from '../texts'

interface Line {
  id: string
  name: ReactNode
  label: string
  counts: Counts
}

/** Who is behind first: late, then least done. */
export function PlanProgress({ plan }: { plan: Plan }) {
  const t = useTexts(planTexts).one
  const query = useQuery(summaryQuery(plan.id))
  return (
    <QueryView query={query}>
      {(summary) => {
        if (summary.totals.total === 0) {
          return (
            <Card>
              <EmptyState title={t.noTasks} />
            </Card>
          )
        }
        const units: Line[] = summary.by_unit
          .toSorted(
            (a, b) =>
              b.counts.overdue - a.counts.overdue ||
              a.counts.progress - b.counts.progress ||
              compareVietnamese(a.unit.name, b.unit.name),
          )
          .map(({ unit, counts }) => ({
            id: unit.id,
            label: unit.name,
            name: <Link to={`/viec?ke-hoach=${plan.id}&don-vi=${unit.id}`}>{unit.name}</Link>,
            counts,
          }))
        const sections: Line[] = summary.by_section
          .filter((row) => row.counts.total > 0)
          .map((row) => ({
            id: row.section_id,
            label: row.title,
            name: (
              <Link to={`/viec?ke-hoach=${plan.id}&muc=${row.section_id}`}>
                {row.path}. {row.title}
              </Link>
            ),
            counts: row.counts,
          }))
        return (
          <div className="stack">
            <Totals counts={summary.totals} />
            <Card flush title={t.byUnit}>
              <Lines caption={t.byUnit} head={t.unit} rows={units} />
            </Card>
            <Card flush title={t.bySection}>
              <Lines caption={t.bySection} head={t.section} rows={sections} />
            </Card>
          </div>
        )
      }}
    </QueryView>
  )
}

function Totals({ counts }: { counts: Counts }) {
  const t = useTexts(planTexts).one
  return (
    <Card>
      <div className="stack-2">
        <Bar counts={counts} label={t.progress} />
        <p className="row" style={{ gap: '4px 20px' }}>
          <span>
            <strong>{counts.accepted}</strong>/{counts.total} {t.done.toLowerCase()}
          </span>
          <span>
            <strong>{counts.submitted}</strong> {t.review.toLowerCase()}
          </span>
          <span className={counts.overdue > 0 ? 'late' : undefined}>
            <strong>{counts.overdue}</strong> {t.late.toLowerCase()}
          </span>
        </p>
      </div>
    </Card>
  )
}

function Bar({ counts, label }: { counts: Counts; label: string }) {
  const t = useTexts(planTexts).one
  const late = Math.min(counts.overdue, counts.total - counts.accepted)
  const doing = Math.max(
    0,
    Math.min(counts.in_progress + counts.submitted + counts.returned, counts.total - counts.accepted - late),
  )
  const rest = Math.max(0, counts.total - counts.accepted - late - doing - counts.cancelled)
  return (
    <StackBar
      label={label}
      pieces={[
        { key: 'done', label: t.done, value: counts.accepted, tone: 'done' },
        { key: 'doing', label: t.doing, value: doing, tone: 'doing' },
        { key: 'late', label: t.late, value: late, tone: 'late' },
        { key: 'rest', label: t.rest, value: rest, tone: 'rest' },
      ]}
    />
  )
}

function Lines({ caption, head, rows }: { caption: string; head: string; rows: Line[] }) {
  const t = useTexts(planTexts).one
  const late = (n: number) => (n > 0 ? <span className="late num">{n}</span> : <span className="muted num">0</span>)
  const columns: Column<Line>[] = [
    { key: 'name', header: head, cell: (row) => row.name },
    { key: 'bar', header: t.average, width: '26%', cell: (row) => <Bar counts={row.counts} label={row.label} /> },
    {
      key: 'done',
      header: t.done,
      align: 'end',
      cell: (row) => (
        <span className="num">
          {row.counts.accepted}/{row.counts.total}
        </span>
      ),
    },
    {
      key: 'review',
      header: t.review,
      align: 'end',
      cell: (row) => <span className="num">{row.counts.submitted}</span>,
    },
    { key: 'late', header: t.late, align: 'end', cell: (row) => late(row.counts.overdue) },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      card={(row) => (
        <div className="stack-2">
          <div className="row-between" style={{ flexWrap: 'nowrap' }}>
            <span>{row.name}</span>
            <span className="num">
              {row.counts.accepted}/{row.counts.total}
            </span>
          </div>
          <Bar counts={row.counts} label={row.label} />
          {row.counts.overdue > 0 ? (
            <span className="late">
              {row.counts.overdue} {t.late.toLowerCase()}
            </span>
          ) : null}
        </div>
      )}
    />
  )
}
