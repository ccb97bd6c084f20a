import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Card } from '@/ui/Card'
import { DateField } from '@/ui/DateField'
import { Textarea, TextInput } from '@/ui/inputs'
import { Select } from '@/ui/Select'
import { UnitSelect } from '@/ui/UnitSelect'
import type { useHouseForm } from '@/ui/useHouseForm'
import type { ConcernValues } from '../concernForm'
import { DANGERS, SUBJECTS, VIAS } from '../filters'
import { concernTexts } from '../texts'
import styles from './concerns.module.css'

type House = ReturnType<typeof useHouseForm<ConcernValues>>

/** Section A of Mẫu 01 in its order; the name of whoever told it is not edited here. */
export function EditFields({ house }: { house: House }) {
  const texts = useTexts(concernTexts)
  const t = texts.one
  const { today } = useSession()
  const choices = (values: readonly string[], words: Record<string, string>) =>
    values.map((value) => ({ value, label: words[value] ?? value }))
  const lines = (name: 'condition' | 'consequences' | 'family' | 'actions_taken', label: string) => (
    <Textarea label={label} autosize minRows={2} maxRows={14} maxLength={4000} {...house.field(name)} />
  )
  const parent = (who: 'father' | 'mother', title: string) => (
    <fieldset className={styles.parent}>
      <legend>{title}</legend>
      <div className="cols-3">
        <TextInput label={t.parentName} maxLength={200} {...house.part(`${who}.full_name`)} />
        <TextInput label={t.parentAge} inputMode="numeric" maxLength={3} {...house.part(`${who}.age`)} />
        <TextInput label={t.occupation} maxLength={200} {...house.part(`${who}.occupation`)} />
      </div>
    </fieldset>
  )
  return (
    <>
      <Card title={t.source}>
        <div className="cols-3">
          <Select
            label={t.via}
            data={choices(VIAS, texts.via)}
            allowDeselect={false}
            {...house.field('received_via')}
          />
          <Select
            label={t.subject}
            data={choices(SUBJECTS, texts.subject)}
            allowDeselect={false}
            {...house.field('subject_kind')}
          />
          <Select
            label={t.danger}
            data={choices(DANGERS, texts.danger)}
            allowDeselect={false}
            {...house.field('danger_level')}
          />
        </div>
      </Card>
      <Card>
        <Textarea
          label={t.narrative}
          autosize
          minRows={5}
          maxRows={24}
          maxLength={20_000}
          {...house.field('narrative')}
        />
      </Card>
      <Card title={t.child}>
        <div className="stack">
          <div className="cols-2">
            <TextInput label={t.name} maxLength={120} {...house.part('child.full_name')} />
            <Select
              label={t.sex}
              clearable
              data={choices(['male', 'female', 'unknown'], texts.sex)}
              {...house.part('child.sex')}
            />
            <DateField label={t.birth} max={today} {...house.part('child.date_of_birth')} />
            <TextInput label={t.age} inputMode="numeric" maxLength={2} {...house.part('child.estimated_age')} />
          </div>
          <TextInput label={t.address} maxLength={300} {...house.part('child.address')} />
        </div>
      </Card>
      <Card title={t.matter}>
        <div className="stack">
          <div className="cols-2">
            <TextInput label={t.place} maxLength={500} {...house.field('place')} />
            <UnitSelect kinds={['neighborhood']} label={t.neighborhood} clearable {...house.field('neighborhood_id')} />
          </div>
          {lines('condition', t.condition)}
          {lines('consequences', t.consequences)}
          {lines('actions_taken', t.actions)}
        </div>
      </Card>
      <Card title={t.family}>
        <div className="stack">
          {parent('father', t.father)}
          {parent('mother', t.mother)}
          {lines('family', t.home)}
          <TextInput label={t.carer} maxLength={1000} {...house.field('carer')} />
        </div>
      </Card>
    </>
  )
}
