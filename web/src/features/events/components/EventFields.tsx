import type { EventKind } from '@/api/types'
import { eventWords } from '@/lib/eventTexts'
import { momentOf } from '@/lib/eventTimes'
import { useTexts } from '@/lib/i18n'
import { Card } from '@/ui/Card'
import { Checkbox, TextInput } from '@/ui/inputs'
import { MomentField } from '@/ui/MomentField'
import { NumberInput } from '@/ui/NumberInput'
import { PointField } from '@/ui/PointField'
import { Select } from '@/ui/Select'
import type { useHouseForm } from '@/ui/useHouseForm'
import { conditionsAfter, endAfter, type EventValues } from '../eventForm'
import { eventFormTexts } from '../formTexts'
import { AboutFields, BudgetFields } from './AboutFields'
import { LinkFields } from './LinkFields'
import { PeopleFields, useEventUnits } from './PeopleFields'
import { RepeatFields } from './RepeatFields'
import styles from './form.module.css'

export type House = ReturnType<typeof useHouseForm<EventValues>>

interface EventFieldsProps {
  house: House
  /** A series is made at once, not afterwards. */
  isNew: boolean
}

export function EventFields({ house, isNew }: EventFieldsProps) {
  const t = useTexts(eventFormTexts)
  const kinds = useTexts(eventWords).kind
  const { field, part, values, form } = house
  const units = useEventUnits()
  return (
    <>
      <Card title={t.sections.what}>
        <div className="stack">
          <TextInput label={t.title} description={t.titleHint} maxLength={300} {...field('title')} />
          <Select
            label={t.kind}
            searchable
            allowDeselect={false}
            data={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
            {...field('kind')}
            onChange={(value) => {
              const kind = value as EventKind | null
              form.setFieldValue('conditions', conditionsAfter(values, kind))
              form.setFieldValue('kind', kind)
            }}
          />
        </div>
      </Card>
      <Card title={t.sections.when}>
        <div className="stack">
          <div className="cols-2">
            <MomentField
              label={t.starts}
              {...field('starts_at')}
              onChange={(starts) => {
                form.setFieldValue('ends_at', endAfter(values, starts))
                form.setFieldValue('starts_at', starts)
              }}
            />
            <MomentField label={t.ends} description={isNew ? t.endsHint : undefined} {...field('ends_at')} />
          </div>
          {isNew ? (
            <RepeatFields house={house} first={values.starts_at ? momentOf(values.starts_at).day : null} />
          ) : null}
          <TextInput label={t.place} description={t.placeHint} maxLength={300} {...field('place')} />
          <PointField {...field('point')} />
          <Select
            label={t.neighborhood}
            placeholder={t.neighborhoodNone}
            searchable
            clearable
            data={units.of('neighborhood')}
            {...field('neighborhood_id')}
          />
        </div>
      </Card>
      <Card title={t.sections.size}>
        <div className="stack">
          <div className="cols-3">
            <NumberInput
              label={t.children}
              min={0}
              allowDecimal={false}
              thousandSeparator="."
              {...numbers}
              {...field('expected_children')}
            />
            <NumberInput
              label={t.adults}
              min={0}
              allowDecimal={false}
              thousandSeparator="."
              {...numbers}
              {...field('expected_adults')}
            />
            <NumberInput
              label={t.capacity}
              description={t.capacityHint}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              min={1}
              allowDecimal={false}
              thousandSeparator="."
              {...numbers}
              {...part('details.capacity')}
            />
          </div>
          <fieldset className={styles.group}>
            <legend className={styles.legend}>{t.conditions}</legend>
            <div className={styles.checks}>
              {(['near_water', 'on_road', 'with_fire', 'outdoors'] as const).map((name) => (
                <Checkbox
                  key={name}
                  label={t[name]}
                  checked={values.conditions[name] ?? false}
                  onChange={(event) => form.setFieldValue(`conditions.${name}`, event.currentTarget.checked)}
                />
              ))}
            </div>
          </fieldset>
        </div>
      </Card>
      <PeopleFields house={house} />
      <AboutFields house={house} />
      <BudgetFields house={house} />
      <LinkFields house={house} />
    </>
  )
}

/** A Vietnamese number: 1.200. */
const numbers = { decimalSeparator: ',' } as const
