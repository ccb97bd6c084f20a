import { useTexts } from '@/lib/i18n'
import { DateField } from '@/ui/DateField'
import { Textarea, TextInput } from '@/ui/inputs'
import { NumberInput } from '@/ui/NumberInput'
import type { useHouseForm } from '@/ui/useHouseForm'
import type { PlanValues } from '../planForm'
import { planTexts } from '../texts'

interface PlanFieldsProps {
  house: ReturnType<typeof useHouseForm<PlanValues>>
  fixedYear?: boolean
}

export function PlanFields({ house: { field }, fixedYear = false }: PlanFieldsProps) {
  const t = useTexts(planTexts).details
  return (
    <>
      <TextInput label={t.title} maxLength={300} {...field('title')} />
      <Textarea label={t.theme} autosize minRows={1} maxLength={500} {...field('theme')} />
      <div className="cols-3">
        <NumberInput label={t.year} allowDecimal={false} hideControls disabled={fixedYear} {...field('year')} />
        <DateField label={t.starts} {...field('starts_on')} />
        <DateField label={t.ends} {...field('ends_on')} />
      </div>
      <div className="cols-3">
        <TextInput label={t.number} maxLength={100} {...field('number')} />
        <DateField label={t.issued} {...field('issued_on')} />
        <TextInput label={t.issuer} maxLength={200} {...field('issuer')} />
      </div>
      <Textarea label={t.slogans} description={t.perLine} autosize minRows={3} maxRows={14} {...field('slogans')} />
      <div className="cols-2">
        <Textarea label={t.legal} description={t.perLine} autosize minRows={3} maxRows={10} {...field('legal_bases')} />
        <Textarea
          label={t.recipients}
          description={t.perLine}
          autosize
          minRows={3}
          maxRows={10}
          {...field('recipients')}
        />
      </div>
      <div className="cols-3">
        <Textarea label={t.hotlines} description={t.perLine} autosize minRows={2} {...field('hotlines')} />
        <TextInput label={t.signer} {...field('signer_name')} />
        <TextInput label={t.signerPosition} {...field('signer_position')} />
      </div>
    </>
  )
}
