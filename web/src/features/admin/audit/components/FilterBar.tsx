import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { usePhone } from '@/ui/DataTable'
import { DateField } from '@/ui/DateField'
import { Select } from '@/ui/Select'
import { adminTexts } from '@/features/admin/texts'
import type { AuditFilters, Change } from '../filters'
import { actionChoices } from '../sentences'
import { auditTexts } from '../texts'
import { PersonSelect } from './PersonSelect'
import styles from './audit.module.css'

interface FilterBarProps {
  filters: AuditFilters
  /** Whose log it is: with one's own there is nobody to choose. */
  own: boolean
  onChange: (change: Change) => void
  onClear: () => void
}

export function FilterBar({ filters, own, onChange, onClear }: FilterBarProps) {
  const t = useTexts(auditTexts)
  const resources = useTexts(adminTexts).permissions.resources
  const phone = usePhone()
  const count = Object.keys(filters).length
  const denied = filters.outcome === 'denied'
  const fields = (
    <div className={`${styles.filters} no-print`}>
      <DateField id="audit-from" label={t.from} value={filters.from ?? null} onChange={(tu) => onChange({ tu })} />
      <DateField id="audit-to" label={t.to} value={filters.to ?? null} onChange={(den) => onChange({ den })} />
      {own ? null : (
        <PersonSelect label={t.actor} value={filters.actor_id ?? null} onChange={(nguoi) => onChange({ nguoi })} />
      )}
      <Select
        label={t.resource}
        placeholder={t.all}
        searchable
        clearable
        data={Object.entries(resources).map(([value, label]) => ({ value, label }))}
        value={filters.resource ?? null}
        onChange={(muc) => onChange({ muc })}
      />
      <Select
        label={t.act}
        placeholder={t.all}
        searchable
        clearable
        data={actionChoices(t, filters.resource, denied)}
        value={filters.action ?? null}
        onChange={(viec) => onChange({ viec })}
      />
      <Select
        label={t.outcome}
        placeholder={t.all}
        clearable
        data={[
          { value: 'done', label: t.done },
          { value: 'denied', label: t.denied },
        ]}
        value={filters.outcome ?? null}
        onChange={(outcome) => onChange({ 'ket-qua': outcome })}
      />
      {count > 0 ? (
        <Button variant="subtle" className={styles.clear} onClick={onClear}>
          {t.clear}
        </Button>
      ) : null}
    </div>
  )
  if (!phone) return fields
  return (
    <details className={`${styles.fold} no-print`}>
      <summary>{t.filters(count)}</summary>
      {fields}
    </details>
  )
}
