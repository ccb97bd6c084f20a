import { useState } from 'react'
import { useTexts } from '@/lib/i18n'
import { DateField } from '@/ui/DateField'
import { Checkbox, TextInput } from '@/ui/inputs'
import type { useHouseForm } from '@/ui/useHouseForm'
import type { ChildValues } from '../childForm'
import { fieldTexts } from '../fieldTexts'
import { childTexts } from '../texts'

/** A day of birth; or a year, which the API holds as its first of January. */
export function BirthField({ house }: { house: ReturnType<typeof useHouseForm<ChildValues>> }) {
  const t = useTexts(childTexts).form
  const { field: label } = useTexts(fieldTexts)
  const { form, field, values } = house
  const { value, onChange, ...rest } = field('date_of_birth')
  const [year, setYear] = useState(values.birth_year_only ? (values.date_of_birth?.slice(0, 4) ?? '') : '')
  const setBorn = (text: string) => onChange(/^\d{4}$/.test(text) ? `${text}-01-01` : null)
  return (
    <div className="stack-2">
      {values.birth_year_only ? (
        <TextInput
          {...rest}
          label={label.birth_year}
          description={t.yearHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={year}
          onChange={(event) => {
            const text = event.currentTarget.value.trim()
            setYear(text)
            setBorn(text)
          }}
        />
      ) : (
        <DateField {...rest} label={label.date_of_birth} value={value as string | null} onChange={onChange} />
      )}
      <Checkbox
        label={label.birth_year_only}
        {...house.checkbox('birth_year_only')}
        onChange={(event) => {
          const on = event.currentTarget.checked
          form.setFieldValue('birth_year_only', on)
          // The year is known either way; a day that was typed is not made up from it.
          const known = values.date_of_birth?.slice(0, 4) ?? ''
          setYear(known)
          form.setFieldValue('date_of_birth', on && known ? `${known}-01-01` : null)
        }}
      />
    </div>
  )
}
