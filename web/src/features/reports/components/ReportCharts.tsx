import type { Report } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Card } from '@/ui/Card'
import { Bars } from '@/ui/charts/Bars'
import { partsOf } from '../figures'
import { reportTexts } from '../texts'

/** What people would rather look at: how far each unit has come, and what was held. */
export function ReportCharts({ report }: { report: Report }) {
  const t = useTexts(reportTexts).charts
  const given = partsOf(report.indicators, 'tasks_total', 'unit')
  const done = partsOf(report.indicators, 'tasks_done', 'unit')
  const held = partsOf(report.indicators, 'events_held', 'kind')
  const doneBy = (key: string) => done.find((part) => part.key === key)?.value ?? 0
  const sum = (parts: { value: number }[]) => parts.reduce((all, part) => all + part.value, 0)
  if (given.length < 2 && held.length < 2) return null
  return (
    <div className="split split-even">
      {given.length > 1 ? (
        <Card title={t.progress}>
          <Bars
            name={t.progress}
            summary={t.progressSummary(formatNumber(sum(done)), formatNumber(sum(given)), given.length)}
            rows={given.map(({ key, label, value }) => ({
              key,
              label,
              value: doneBy(key),
              of: value,
              note: t.of(formatNumber(doneBy(key)), formatNumber(value)),
              tone: 'done',
            }))}
            table={{
              head: t.unit,
              columns: [t.given, t.done],
              rows: given.map(({ key, label, value }) => ({ key, head: label, cells: [value, doneBy(key)] })),
            }}
          />
        </Card>
      ) : null}
      {held.length > 1 ? (
        <Card title={t.events}>
          <Bars
            name={t.events}
            summary={t.eventsSummary(formatNumber(sum(held)), held.length)}
            rows={held.map(({ key, label, value }) => ({ key, label, value, note: formatNumber(value) }))}
            table={{
              head: t.kind,
              columns: [t.held],
              rows: held.map(({ key, label, value }) => ({ key, head: label, cells: [value] })),
            }}
          />
        </Card>
      ) : null}
    </div>
  )
}
