import { useQuery } from '@tanstack/react-query'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { unitsQuery } from '@/api/queries'
import type { PreviewTask } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button, IconButton } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { Textarea } from '@/ui/inputs'
import { Radio } from '@/ui/Radio'
import { StatusTag } from '@/ui/StatusTag'
import { UnitMultiSelect, UnitSelect } from '@/ui/UnitSelect'
import { missingOf, sureness } from '../preview'
import { planTexts } from '../texts'
import styles from './plans.module.css'

interface PreviewTaskCardProps {
  task: PreviewTask
  onChange: (change: Partial<PreviewTask>) => void
  onRemove: () => void
}

const looks = {
  sure: { tone: 'green', icon: 'check' },
  likely: { tone: 'blue', icon: 'eye' },
  look: { tone: 'orange', icon: 'alert' },
} as const

export function PreviewTaskCard({ task, onChange, onRemove }: PreviewTaskCardProps) {
  const t = useTexts(planTexts).preview
  const sure = sureness(task)
  const missing = missingOf(task)
  // What cannot be saved as it is stands open.
  const [open, setOpen] = useState(missing.length > 0)
  const units = useQuery(unitsQuery)
  const unitName = task.all_units_of_kind
    ? `${allOf(t.allOf, task)} – ${task.expand === 'one_each' ? t.field.each : t.field.shared}`.toLowerCase()
    : (units.data?.find((unit) => unit.id === task.lead_unit_id)?.name ?? task.lead_unit_name ?? t.missing.unit)
  return (
    <article
      id={`task-${task.key}`}
      tabIndex={-1}
      className={styles.task}
      data-sure={sure}
      data-quiet-focus
      aria-label={task.title}
    >
      <div className="stack-2">
        <div className="row-between">
          <StatusTag {...looks[sure]}>{t.sureness[sure]}</StatusTag>
          <span className="row" style={{ gap: 0 }}>
            <Button size="sm" variant="subtle" onClick={() => setOpen((o) => !o)} aria-expanded={open}>
              {open ? t.done : t.edit}
            </Button>
            <IconButton label={`${t.remove}: ${task.title}`} tone="danger" onClick={onRemove}>
              <IconTrash size={18} aria-hidden />
            </IconButton>
          </span>
        </div>
        {open ? (
          <Fields task={task} onChange={onChange} />
        ) : (
          <>
            <p className={styles.taskTitle}>{task.title}</p>
            <p className="second">
              <span className={!task.lead_unit_id && !task.all_units_of_kind ? 'late' : undefined}>{unitName}</span>
              {' · '}
              <span className={`num ${task.due_on ? '' : 'late'}`}>
                {task.due_on ? `${t.field.due} ${formatDate(task.due_on)}` : t.missing.due}
              </span>
              {task.due_source === 'sentence' || task.due_source === 'plan_end'
                ? ` (${t.dueFrom[task.due_source]})`
                : ''}
            </p>
          </>
        )}
        {task.reasons && task.reasons.length > 0 ? (
          <details className="small muted">
            <summary style={{ cursor: 'pointer', minHeight: 24 }}>{t.why}</summary>
            <ul style={{ paddingInlineStart: 20 }}>
              {task.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
    </article>
  )
}

function allOf(names: { neighborhood: string; school: string; other: string }, task: PreviewTask): string {
  if (task.lead_unit_kind === 'neighborhood') return names.neighborhood
  return task.lead_unit_kind === 'school' ? names.school : names.other
}

function Fields({ task, onChange }: Omit<PreviewTaskCardProps, 'onRemove'>) {
  const t = useTexts(planTexts).preview
  const f = t.field
  const scope = task.all_units_of_kind ? (task.expand ?? 'one_shared') : 'one'
  return (
    <div className="stack-2">
      <Textarea
        label={f.title}
        value={task.title}
        autosize
        minRows={1}
        maxLength={500}
        error={task.title.trim() ? undefined : t.missing.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      {task.lead_unit_kind === 'neighborhood' || task.lead_unit_kind === 'school' ? (
        <Radio.Group
          label={f.expand}
          value={scope}
          onChange={(value) =>
            onChange(
              value === 'one'
                ? { all_units_of_kind: false }
                : { all_units_of_kind: true, lead_unit_id: null, expand: value as 'one_shared' | 'one_each' },
            )
          }
        >
          <div className="stack-2" style={{ marginTop: 8 }}>
            <Radio value="one_shared" label={f.shared} description={f.sharedHint} />
            <Radio value="one_each" label={f.each} description={f.eachHint} />
            <Radio value="one" label={f.notAll} />
          </div>
        </Radio.Group>
      ) : null}
      {task.all_units_of_kind ? null : (
        <>
          <UnitSelect
            label={f.unit}
            value={task.lead_unit_id ?? null}
            error={task.lead_unit_id ? undefined : t.missing.unit}
            onChange={(value) => onChange({ lead_unit_id: value })}
          />
          <UnitMultiSelect
            label={f.joining}
            value={task.joining_unit_ids}
            exclude={task.lead_unit_id ? [task.lead_unit_id] : []}
            onChange={(value) => onChange({ joining_unit_ids: value })}
          />
        </>
      )}
      <DateField
        id={`due-${task.key}`}
        label={f.due}
        value={task.due_on ?? null}
        error={task.due_on ? undefined : t.missing.due}
        // The date is now the officer's own, no longer read from the document.
        onChange={(value) => onChange({ due_on: value, due_source: null })}
      />
      <Textarea
        label={f.description}
        value={task.description ?? ''}
        autosize
        minRows={2}
        maxRows={10}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
    </div>
  )
}
