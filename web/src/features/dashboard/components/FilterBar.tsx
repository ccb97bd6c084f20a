import type { Overview } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { Select } from '@/ui/Select'
import { ALL } from '../filters'
import { overviewTexts } from '../texts'
import styles from './overview.module.css'

interface FilterBarProps {
  params: URLSearchParams
  data: Overview | undefined
  onChange: (next: Record<string, string | null>) => void
}

/** Which plan and which days; what is not chosen is the plan being carried out, from its first to its last day. */
export function FilterBar({ params, data, onChange }: FilterBarProps) {
  const t = useTexts(overviewTexts).filter
  const plans = data?.plans ?? []
  const chosen = params.get('ke-hoach') ?? data?.plan?.id ?? ALL
  const changed = ['ke-hoach', 'tu', 'den'].some((name) => params.get(name))
  return (
    <div className={`${styles.filters} no-print`} role="group" aria-label={t.label}>
      {plans.length > 0 ? (
        <div className={styles.plan}>
          <Select
            label={t.plan}
            data={[...plans.map(({ id, title }) => ({ value: id, label: title })), { value: ALL, label: t.all }]}
            value={chosen}
            allowDeselect={false}
            onChange={(value) => onChange({ 'ke-hoach': value === plans[0]?.id ? null : value })}
          />
        </div>
      ) : null}
      <DateField label={t.from} value={params.get('tu') ?? data?.from ?? null} onChange={(tu) => onChange({ tu })} />
      <DateField label={t.to} value={params.get('den') ?? data?.to ?? null} onChange={(den) => onChange({ den })} />
      {changed ? (
        <Button variant="subtle" onClick={() => onChange({ 'ke-hoach': null, tu: null, den: null })}>
          {t.reset}
        </Button>
      ) : null}
    </div>
  )
}
