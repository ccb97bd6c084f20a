import type { ReactNode } from 'react'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { DateField } from '@/ui/DateField'
import { Textarea, TextInput } from '@/ui/inputs'
import { Select } from '@/ui/Select'
import type { useHouseForm } from '@/ui/useHouseForm'
import { KINDS, OUTCOMES, PLACES } from '../filters'
import type { Field, What } from '../injuryForm'
import { injuryTexts } from '../texts'

interface InjuryFieldsProps {
  field: (name: Field) => ReturnType<ReturnType<typeof useHouseForm<What>>['field']>
  kind: string | null
  /** What stands between the place and the rest, where a record is made. */
  children?: ReactNode
}

export function InjuryFields({ field, kind, children }: InjuryFieldsProps) {
  const texts = useTexts(injuryTexts)
  const t = texts.form
  const { today } = useSession()
  const choices = (values: readonly string[], words: Record<string, string>) =>
    values.map((value) => ({ value, label: words[value] ?? value }))
  return (
    <div className="stack">
      <div className="cols-2">
        <DateField label={t.when} max={today} {...field('happened_on')} />
        <TextInput label={t.time} description={t.timeHint} maxLength={5} {...field('time')} />
        <Select label={t.kind} allowDeselect={false} data={choices(KINDS, texts.kind)} {...field('kind')} />
        <Select label={t.outcome} allowDeselect={false} data={choices(OUTCOMES, texts.outcome)} {...field('outcome')} />
        <Select label={t.place} allowDeselect={false} data={choices(PLACES, texts.place)} {...field('place_kind')} />
        <TextInput label={t.where} maxLength={200} {...field('place')} />
      </div>
      {children}
      {kind === 'drowning' ? (
        <TextInput label={t.water} description={t.waterHint} maxLength={200} {...field('water')} />
      ) : null}
      <TextInput label={t.supervision} maxLength={200} {...field('supervision')} />
      <Textarea
        label={t.description}
        description={t.descriptionHint}
        autosize
        minRows={3}
        maxLength={4000}
        {...field('description')}
      />
    </div>
  )
}
