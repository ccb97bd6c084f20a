import { useTexts } from '@/lib/i18n'
import { DateField } from '@/ui/DateField'
import { Select } from '@/ui/Select'
import { LogFilters } from '@/features/admin/components/LogFilters'
import { adminTexts } from '@/features/admin/texts'
import type { AuditFilters, Change } from '../filters'
import { actionChoices } from '../sentences'
import { auditTexts } from '../texts'
import { PersonSelect } from './PersonSelect'

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
  const count = Object.keys(filters).length
  const denied = filters.outcome === 'denied'
  return (
    <LogFilters count={count} onClear={onClear} t={t}>
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
    </LogFilters>
  )
}
