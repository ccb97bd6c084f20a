import { useQuery } from '@tanstack/react-query'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { UnitKind } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { compareVietnamese } from '@/lib/text'
import { words } from '@/lib/words'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { TextInput } from '@/ui/inputs'
import { MultiSelect, Select } from '@/ui/Select'
import { eventFormTexts } from '../formTexts'
import { eventUnitsQuery } from '../queries'
import type { House } from './EventFields'
import styles from './form.module.css'

/** The units of the ward, grouped by kind. */
export function useEventUnits() {
  const names = useTexts(words).kind
  const units = useQuery(eventUnitsQuery)
  return useMemo(() => {
    const of = (kind: UnitKind) =>
      (units.data ?? [])
        .filter((unit) => unit.kind === kind)
        .map((unit) => ({ value: unit.id, label: unit.name }))
        .toSorted((a, b) => compareVietnamese(a.label, b.label))
    const kinds = (Object.keys(names) as UnitKind[]).filter((kind) => kind !== 'superior' && of(kind).length > 0)
    return {
      of,
      grouped: (exclude: string | null = null) =>
        kinds.map((kind) => ({ group: names[kind], items: of(kind).filter(({ value }) => value !== exclude) })),
      name: (id: string) => units.data?.find((unit) => unit.id === id)?.name ?? id,
    }
  }, [units.data, names])
}

export function PeopleFields({ house }: { house: House }) {
  const t = useTexts(eventFormTexts)
  const units = useEventUnits()
  const { field, part, values, form } = house
  const { staff } = values.details
  return (
    <Card title={t.sections.who}>
      <div className="stack">
        <div className="cols-2">
          <Select
            label={t.lead}
            searchable
            allowDeselect={false}
            data={units.grouped()}
            {...field('lead_unit_id')}
            onChange={(lead) => {
              form.setFieldValue('lead_unit_id', lead)
              form.setFieldValue(
                'joining_unit_ids',
                values.joining_unit_ids.filter((id) => id !== lead),
              )
            }}
          />
          <MultiSelect
            label={t.joining}
            clearable
            data={units.grouped(values.lead_unit_id)}
            {...field('joining_unit_ids')}
          />
        </div>
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{t.staff}</legend>
          <ul className={styles.lines}>
            {staff.map((_, at) => (
              // People without a key of their own: the place in the list is theirs.
              <li key={at} className={styles.staff}>
                <TextInput label={t.staffName} maxLength={120} {...part(`details.staff.${at}.name`)} />
                <TextInput
                  label={t.staffPhone}
                  type="tel"
                  inputMode="tel"
                  maxLength={20}
                  {...part(`details.staff.${at}.phone`)}
                />
                <TextInput label={t.staffDuty} maxLength={300} {...part(`details.staff.${at}.duty`)} />
                <IconButton
                  label={t.removeStaff(at + 1)}
                  className={styles.remove}
                  onClick={() => form.removeListItem('details.staff', at)}
                >
                  <IconX size={20} aria-hidden />
                </IconButton>
              </li>
            ))}
          </ul>
          <Button
            variant="subtle"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => form.insertListItem('details.staff', { name: '', phone: '', duty: '' })}
          >
            {t.addStaff}
          </Button>
        </fieldset>
      </div>
    </Card>
  )
}
