import { useQuery } from '@tanstack/react-query'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { UnitKind } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { words } from '@/lib/words'
import { Button, IconButton } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { Textarea, TextInput } from '@/ui/inputs'
import { MultiSelect, Select } from '@/ui/Select'
import type { useHouseForm } from '@/ui/useHouseForm'
import type { InspectionValues } from '../form'
import { inspectionChoicesQuery } from '../queries'
import { inspectionTexts } from '../texts'
import styles from './inspections.module.css'
import { MembersField } from './MembersField'

export type House = ReturnType<typeof useHouseForm<InspectionValues>>

export function InspectionFields({ house }: { house: House }) {
  const all = useTexts(inspectionTexts)
  const t = all.form
  const choices = useQuery(inspectionChoicesQuery)
  const units = choices.data?.units ?? []
  return (
    <>
      <Select
        label={all.kindLabel}
        allowDeselect={false}
        data={(['inspection', 'supervision'] as const).map((value) => ({ value, label: all.kind[value] }))}
        {...house.field('kind')}
      />
      <TextInput label={t.name} description={t.nameHint} maxLength={300} {...house.field('title')} />
      <div className="cols-2">
        <DateField label={t.start} {...house.field('starts_on')} />
        <DateField label={t.end} {...house.field('ends_on')} />
      </div>
      <Select
        label={t.lead}
        searchable
        data={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        {...house.field('lead_unit_id')}
      />
      <Units house={house} units={units} />
      <Textarea label={t.purpose} autosize minRows={2} maxRows={10} maxLength={8000} {...house.field('purpose')} />
      <MembersField
        title={t.members}
        hint={t.membersHint}
        members={house.values.members}
        onChange={(members) => house.form.setFieldValue('members', members)}
        error={(path) => house.part(`members.${path}`).error}
      />
      <Topics house={house} />
      <Select
        label={t.section}
        placeholder={t.noSection}
        searchable
        clearable
        data={(choices.data?.sections ?? []).map((one) => ({ value: one.id, label: `${one.path} ${one.title}` }))}
        {...house.field('section_id')}
      />
    </>
  )
}

function Units({ house, units }: { house: House; units: { id: string; kind: UnitKind; name: string }[] }) {
  const t = useTexts(inspectionTexts).form
  const kinds = useTexts(words).kind
  const add = (kind: UnitKind) => {
    const of = units.filter((unit) => unit.kind === kind && unit.id !== house.values.lead_unit_id)
    house.form.setFieldValue('unit_ids', [...new Set([...house.values.unit_ids, ...of.map((unit) => unit.id)])])
  }
  const groups = [...new Set(units.map((unit) => unit.kind))].map((kind) => ({
    group: kinds[kind],
    items: units.filter((unit) => unit.kind === kind).map((unit) => ({ value: unit.id, label: unit.name })),
  }))
  return (
    <div className="stack-2">
      <MultiSelect label={t.units} clearable searchable data={groups} {...house.field('unit_ids')} />
      <div className="row">
        <Button variant="light" onClick={() => add('neighborhood')}>
          {t.allNeighborhoods}
        </Button>
        <Button variant="light" onClick={() => add('school')}>
          {t.allSchools}
        </Button>
      </div>
    </div>
  )
}

/** The checklist: its lines may be changed, added and left out. */
function Topics({ house }: { house: House }) {
  const t = useTexts(inspectionTexts).form
  const { topics } = house.values
  const set = (next: InspectionValues['topics']) => house.form.setFieldValue('topics', next)
  return (
    <fieldset className={styles.group}>
      <legend>{t.topics}</legend>
      <div className="stack-2">
        <p className="second">{t.topicsHint}</p>
        {topics.map((topic, at) => (
          <div key={topic.code || `new-${at}`} className={styles.line}>
            <Textarea
              label={t.topic(at + 1)}
              autosize
              minRows={1}
              maxLength={500}
              {...house.part(`topics.${at}.text`)}
            />
            <IconButton
              label={`${t.drop}: ${t.topic(at + 1)}`}
              onClick={() => set(topics.filter((_, place) => place !== at))}
            >
              <IconX size={20} aria-hidden />
            </IconButton>
          </div>
        ))}
        <div>
          <Button
            variant="light"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => set([...topics, { code: '', text: '' }])}
          >
            {t.addTopic}
          </Button>
        </div>
      </div>
    </fieldset>
  )
}
