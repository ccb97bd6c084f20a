import { useQuery } from '@tanstack/react-query'
import { planChoicesQuery, unitsQuery } from '@/api/queries'
import { useTexts } from '@/lib/i18n'
import { words } from '@/lib/words'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { Checkbox, Textarea, TextInput } from '@/ui/inputs'
import { NumberInput } from '@/ui/NumberInput'
import { Select } from '@/ui/Select'
import { UnitMultiSelect, UnitSelect } from '@/ui/UnitSelect'
import type { useHouseForm } from '@/ui/useHouseForm'
import { planSectionsQuery } from '../queries'
import type { TaskValues } from '../taskForm'
import { taskTexts } from '../texts'

interface TaskFieldsProps {
  house: ReturnType<typeof useHouseForm<TaskValues>>
  /** A task does not move to another plan. */
  fixedPlan?: boolean
}

export function TaskFields({ house, fixedPlan = false }: TaskFieldsProps) {
  const t = useTexts(taskTexts).form
  const priorities = useTexts(words).priority
  const { field, checkbox, values, form } = house
  const plans = useQuery(planChoicesQuery)
  const units = useQuery(unitsQuery)
  const plan = useQuery(planSectionsQuery(values.plan_id))
  const exclude = values.lead_unit_id ? [values.lead_unit_id] : []
  const neighborhoods = (units.data ?? [])
    .filter((u) => u.kind === 'neighborhood' && u.status === 'active')
    .map((u) => u.id)
  return (
    <>
      <TextInput label={t.title} description={t.titleHint} maxLength={500} {...field('title')} />
      <Textarea label={t.description} autosize minRows={3} maxRows={14} maxLength={10_000} {...field('description')} />
      <div className="cols-2">
        <UnitSelect label={values.each_unit ? t.leadEach : t.lead} {...field('lead_unit_id')} />
        <DateField label={t.due} {...field('due_on')} />
      </div>
      <Checkbox label={t.each} description={t.eachHint} {...checkbox('each_unit')} />
      <div>
        <UnitMultiSelect
          label={values.each_unit ? t.joiningEach : t.joining}
          exclude={exclude}
          clearable
          {...field('joining_unit_ids')}
        />
        {neighborhoods.length > 0 ? (
          <Button
            variant="subtle"
            size="sm"
            onClick={() =>
              form.setFieldValue('joining_unit_ids', [...new Set([...values.joining_unit_ids, ...neighborhoods])])
            }
          >
            {t.allNeighborhoods}
          </Button>
        ) : null}
      </div>
      <div className="cols-2">
        <Select
          label={t.plan}
          placeholder={t.noPlan}
          disabled={fixedPlan}
          clearable
          data={(plans.data ?? [])
            .filter((p) => p.status !== 'closed' || p.id === values.plan_id)
            .map((p) => ({ value: p.id, label: `${p.year} – ${p.title}` }))}
          {...field('plan_id')}
          onChange={(value) => {
            form.setFieldValue('plan_id', value)
            form.setFieldValue('section_id', null)
          }}
        />
        <Select
          label={t.section}
          searchable
          clearable
          disabled={!plan.data}
          data={(plan.data?.sections ?? []).map((s) => ({ value: s.id, label: `${s.path}. ${s.title}` }))}
          {...field('section_id')}
        />
      </div>
      <div className="cols-2">
        <DateField label={t.start} {...field('starts_on')} />
        <Select
          label={t.priority}
          data={Object.entries(priorities).map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
          {...field('priority')}
        />
      </div>
      <details
        open={values.target !== '' || values.upper_number !== '' || Number(values.evidence_required) > 0 || undefined}
      >
        <summary style={{ minHeight: 44, cursor: 'pointer', fontWeight: 600 }}>{t.more}</summary>
        <div className="stack">
          <div className="cols-3">
            <NumberInput label={t.target} min={0} decimalSeparator="," thousandSeparator="." {...field('target')} />
            <TextInput label={t.measure} placeholder={t.measureHint} maxLength={60} {...field('measure')} />
            <NumberInput label={t.evidence} min={0} max={50} {...field('evidence_required')} />
          </div>
          <div className="cols-2">
            <TextInput label={t.upperNumber} maxLength={100} {...field('upper_number')} />
            <DateField label={t.upperDate} {...field('upper_date')} />
          </div>
        </div>
      </details>
    </>
  )
}
