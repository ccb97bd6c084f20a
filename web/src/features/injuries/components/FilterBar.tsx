import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { DateField } from '@/ui/DateField'
import { usePhone } from '@/ui/DataTable'
import { Select } from '@/ui/Select'
import { PlaceSelect } from '@/ui/UnitSelect'
import { BANDS, KINDS, OUTCOMES, PLACES, toFilters } from '../filters'
import { injuryTexts } from '../texts'
import styles from './injuries.module.css'

interface FilterBarProps {
  params: URLSearchParams
  onChange: (next: URLSearchParams) => void
}

export function FilterBar({ params, onChange }: FilterBarProps) {
  const t = useTexts(injuryTexts)
  const { me } = useSession()
  const phone = usePhone()
  const set = (name: string) => (value: string | null) => {
    const next = new URLSearchParams(params)
    if (value) next.set(name, value)
    else next.delete(name)
    onChange(next)
  }
  const select = (name: string, label: string, values: readonly string[], words: Record<string, string>) => (
    <Select
      label={label}
      placeholder={t.all}
      clearable
      value={params.get(name)}
      onChange={set(name)}
      data={values.map((value) => ({ value, label: words[value] ?? value }))}
    />
  )
  const bands = Object.fromEntries(BANDS.map((band) => [band, band.replace('-', '–')]))
  const fields = (
    <div className="filters no-print">
      <DateField label={t.from} value={params.get('tu')} onChange={set('tu')} />
      <DateField label={t.to} value={params.get('den')} onChange={set('den')} />
      {select('loai', t.kindLabel, KINDS, t.kind)}
      {select('noi', t.placeLabel, PLACES, t.place)}
      {select('ket-qua', t.outcomeLabel, OUTCOMES, t.outcome)}
      {select('tuoi', t.bandLabel, BANDS, bands)}
      {select('gioi', t.sexLabel, ['male', 'female'], t.sex)}
      {me.user.role === 'neighborhood' ? null : (
        <PlaceSelect
          kind="neighborhood"
          label={t.neighborhood}
          placeholder={t.all}
          clearable
          value={params.get('khu-pho')}
          onChange={set('khu-pho')}
        />
      )}
    </div>
  )
  if (!phone) return fields
  // Eight fields would push the list below the phone's screen.
  return (
    <details className={`${styles.fold} no-print`}>
      <summary>{t.filters(Object.keys(toFilters(params)).length)}</summary>
      {fields}
    </details>
  )
}
