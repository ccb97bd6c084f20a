import { useState } from 'react'
import type { Preview } from '@/api/types'
import { formatDate, formatRange } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card, Facts } from '@/ui/Card'
import { useHouseForm } from '@/ui/useHouseForm'
import { planDetails, planSchema, planValues, type PlanValues } from '../planForm'
import { planTexts } from '../texts'
import { PlanFields } from './PlanFields'

interface PreviewPlanProps {
  preview: Preview
  onChange: (update: (preview: Preview) => Preview) => void
}

export function PreviewPlan({ preview, onChange }: PreviewPlanProps) {
  const t = useTexts(planTexts)
  const d = t.details
  // What was not read has to be typed: open at once.
  const [editing, setEditing] = useState(!preview.title || !preview.theme || !preview.starts_on || !preview.ends_on)
  if (editing) return <Edit preview={preview} onChange={onChange} onDone={() => setEditing(false)} />
  return (
    <Card
      title={t.preview.plan}
      aside={
        <Button size="sm" variant="default" onClick={() => setEditing(true)}>
          {t.preview.editPlan}
        </Button>
      }
    >
      <div className="cols-2">
        <Facts
          items={[
            [d.title, preview.title],
            [d.theme, preview.theme],
            [t.one.period, formatRange(preview.starts_on, preview.ends_on)],
            [d.number, [preview.number, formatDate(preview.issued_on)].filter(Boolean).join(', ') || '–'],
            [d.issuer, preview.issuer || '–'],
            [d.signer, preview.signed_by ? `${preview.signed_by.name} (${preview.signed_by.position})` : '–'],
          ]}
        />
        <Facts
          items={[
            [d.slogans, <Lines key="s" lines={preview.slogans} />],
            [d.legal, <Lines key="l" lines={preview.legal_bases} />],
            [d.hotlines, preview.hotlines.join(', ') || '–'],
            [d.recipients, <Lines key="r" lines={preview.recipients} />],
          ]}
        />
      </div>
    </Card>
  )
}

function Lines({ lines }: { lines: string[] }) {
  if (lines.length === 0) return <>–</>
  return (
    <details>
      <summary>{lines.length}</summary>
      <ol style={{ paddingInlineStart: 20 }}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </details>
  )
}

function Edit({ preview, onChange, onDone }: PreviewPlanProps & { onDone: () => void }) {
  const t = useTexts(planTexts)
  const house = useHouseForm<PlanValues>({
    initial: planValues(preview),
    schema: planSchema(t.details),
    send: async (values) => {
      onChange((old) => ({ ...old, ...planDetails(values), year: Number(values.year) }))
      onDone()
    },
  })
  return (
    <Card title={t.preview.plan}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <PlanFields house={house} />
        <div>
          <Button type="submit">{t.preview.done}</Button>
        </div>
      </form>
    </Card>
  )
}
