import { useState } from 'react'
import type { ReportsOverview } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Bars } from '@/ui/charts/Bars'
import { Select } from '@/ui/Select'
import { byFigure, type Shown } from '../compare'
import { superiorTexts } from '../texts'

/** So many bars can be read; the rest comes with a button. */
const SHOWN = 20

interface ChartCardProps {
  data: ReportsOverview
  code: string | null
  onChoose: (code: string | null) => void
}

/** One of the chosen indicators, ward by ward; what is held back has its words instead of a bar. */
export function ChartCard({ data, code, onChoose }: ChartCardProps) {
  const texts = useTexts(superiorTexts)
  const t = texts.chart
  const [all, setAll] = useState(false)
  const sum = data.sums.find((one) => one.code === code) ?? data.sums[0]
  if (!sum) return null
  const rows = byFigure(
    data.wards.filter((ward) => ward.report_id),
    sum.code,
  )
  const note = (shown: Shown) =>
    shown.kind === 'value'
      ? `${formatNumber(shown.value)} ${sum.measure}`
      : shown.kind === 'hidden'
        ? texts.compare.hidden
        : texts.compare.none
  const most = rows[0]
  return (
    <Card title={t.title}>
      <div className="stack">
        <div className="filters no-print">
          <Select
            label={t.of}
            className="wide"
            allowDeselect={false}
            value={sum.code}
            onChange={onChoose}
            data={data.sums.map((one) => ({ value: one.code, label: one.label }))}
          />
        </div>
        <p className="only-print">{sum.label}</p>
        <Bars
          name={sum.label}
          summary={
            most?.shown.kind === 'value'
              ? t.summary(sum.label, rows.length, most.ward.ward_name, note(most.shown))
              : t.nothing(sum.label)
          }
          rows={(all ? rows : rows.slice(0, SHOWN)).map(({ ward, shown }) => ({
            key: ward.ward_id,
            label: ward.ward_name,
            value: shown.kind === 'value' ? shown.value : 0,
            note: note(shown),
          }))}
          table={{
            head: texts.compare.ward,
            columns: [sum.measure],
            rows: rows.map(({ ward, shown }) => ({
              key: ward.ward_id,
              head: ward.ward_name,
              to: `/bao-cao/${ward.report_id}`,
              cells: [shown.kind === 'value' ? shown.value : note(shown)],
            })),
          }}
        />
        {rows.length > SHOWN && !all ? (
          <Button variant="light" className="no-print" onClick={() => setAll(true)}>
            {t.more(rows.length)}
          </Button>
        ) : null}
      </div>
    </Card>
  )
}
