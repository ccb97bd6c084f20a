import { useTexts } from '@/lib/i18n'
import { usePhone } from '@/ui/DataTable'
import { DateField } from '@/ui/DateField'
import { Select } from '@/ui/Select'
import { countOf, DANGERS, VIAS } from '../filters'
import { concernTexts } from '../texts'
import styles from './concerns.module.css'

interface FilterProps {
  params: URLSearchParams
  onChange: (name: string, value: string | null) => void
}

export function DeskFilters({ params, onChange }: FilterProps) {
  const texts = useTexts(concernTexts)
  const t = texts.list
  const phone = usePhone()
  const select = (name: string, label: string, values: readonly string[], words: Record<string, string>) => (
    <Select
      label={label}
      placeholder={t.all}
      clearable
      value={params.get(name)}
      onChange={(value) => onChange(name, value)}
      data={values.map((value) => ({ value, label: words[value] ?? value }))}
    />
  )
  const fields = (
    <div className="filters no-print">
      {select('muc', t.danger, DANGERS, texts.danger)}
      {select('nguon', t.via, VIAS, texts.via)}
      <DateField label={t.from} value={params.get('tu')} onChange={(value) => onChange('tu', value)} />
      <DateField label={t.to} value={params.get('den')} onChange={(value) => onChange('den', value)} />
    </div>
  )
  if (!phone) return fields
  return (
    <details className={`${styles.fold} no-print`}>
      <summary>{t.filters(countOf(params))}</summary>
      {fields}
    </details>
  )
}
