import { useQuery } from '@tanstack/react-query'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useState } from 'react'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { words } from '@/lib/words'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { FlagButton } from '@/ui/FlagButton'
import { Sheet } from '@/ui/Modal'
import { SearchField } from '@/ui/SearchField'
import { SegmentedControl } from '@/ui/Segmented'
import { MultiSelect, Select } from '@/ui/Select'
import { UnitSelect } from '@/ui/UnitSelect'
import { planChoicesQuery } from '@/api/queries'
import { activeFilters, VIEWS, type View } from '../filters'
import { planSectionsQuery } from '../queries'
import { taskTexts } from '../texts'
import styles from './FilterBar.module.css'
import { SavedFilters } from './SavedFilters'

interface FilterBarProps {
  params: URLSearchParams
  view: View
  onChange: (next: Record<string, string | null>) => void
  onReplace: (next: URLSearchParams) => void
  onClear: () => void
}

export function FilterBar({ params, view, onChange, onReplace, onClear }: FilterBarProps) {
  const t = useTexts(taskTexts)
  const { can, me } = useSession()
  const [open, setOpen] = useState(false)
  const active = activeFilters(params)
  const inSheet = active.filter((name) => !['q', 'cua-toi', 'qua-han', 'cho-duyet'].includes(name)).length
  const toggle = (name: string) => onChange({ [name]: params.get(name) ? null : '1' })
  return (
    <div className={`${styles.bar} no-print`}>
      <div className={styles.search}>
        <SearchField label={t.search} value={params.get('q') ?? ''} onSearch={(q) => onChange({ q: q || null })} />
      </div>
      <div className={styles.flags}>
        {me.unit ? (
          <FlagButton on={params.get('cua-toi') === '1'} label={t.filter.mine} onToggle={() => toggle('cua-toi')} />
        ) : null}
        <FlagButton on={params.get('qua-han') === '1'} label={t.filter.late} onToggle={() => toggle('qua-han')} />
        {can('tasks', 'approve') ? (
          <FlagButton
            on={params.get('cho-duyet') === '1'}
            label={t.filter.review}
            onToggle={() => toggle('cho-duyet')}
          />
        ) : null}
        <Button
          variant={inSheet ? 'light' : 'default'}
          leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {inSheet ? t.filter.moreN(inSheet) : t.filter.more}
        </Button>
        {active.length > 0 ? (
          <Button variant="subtle" onClick={onClear}>
            {t.filter.clear}
          </Button>
        ) : null}
      </div>
      <SegmentedControl
        aria-label={t.view.label}
        value={view}
        onChange={(next) => onChange({ xem: next })}
        data={VIEWS.map((value) => ({ value, label: t.view[value] }))}
      />
      <Sheet opened={open} onClose={() => setOpen(false)} title={t.filter.more}>
        <Fields params={params} onChange={onChange} />
        <SavedFilters
          params={params}
          onPick={(query) => {
            onReplace(new URLSearchParams(query))
            setOpen(false)
          }}
        />
        <div className={styles.foot}>
          <Button onClick={() => setOpen(false)}>{t.filter.apply}</Button>
          <Button variant="default" onClick={onClear}>
            {t.filter.clear}
          </Button>
        </div>
      </Sheet>
    </div>
  )
}

function Fields({ params, onChange }: Pick<FilterBarProps, 'params' | 'onChange'>) {
  const t = useTexts(taskTexts).filter
  const names = useTexts(words)
  const { can } = useSession()
  const plans = useQuery(planChoicesQuery)
  const planId = params.get('ke-hoach')
  const plan = useQuery(planSectionsQuery(planId))
  return (
    <div className="stack">
      <MultiSelect
        label={t.status}
        data={Object.entries(names.task).map(([value, label]) => ({ value, label }))}
        value={params.get('trang-thai')?.split(',') ?? []}
        onChange={(value) => onChange({ 'trang-thai': value.join(',') || null })}
        clearable
      />
      {can('accounts', 'read') ? (
        <UnitSelect
          label={t.unit}
          placeholder={t.all}
          value={params.get('don-vi')}
          onChange={(value) => onChange({ 'don-vi': value })}
          clearable
        />
      ) : null}
      <div className="cols-2">
        <DateField id="f-tu" label={t.from} value={params.get('tu')} onChange={(value) => onChange({ tu: value })} />
        <DateField id="f-den" label={t.to} value={params.get('den')} onChange={(value) => onChange({ den: value })} />
      </div>
      <Select
        label={t.plan}
        placeholder={t.all}
        data={(plans.data ?? []).map((p) => ({ value: p.id, label: `${p.year} – ${p.title}` }))}
        value={planId}
        onChange={(value) => onChange({ 'ke-hoach': value, muc: null })}
        clearable
      />
      {plan.data ? (
        <Select
          label={t.section}
          placeholder={t.all}
          searchable
          data={plan.data.sections.map((s) => ({ value: s.id, label: `${s.path}. ${s.title}` }))}
          value={params.get('muc')}
          onChange={(value) => onChange({ muc: value })}
          clearable
        />
      ) : null}
      <Select
        label={t.priority}
        placeholder={t.all}
        data={Object.entries(names.priority).map(([value, label]) => ({ value, label }))}
        value={params.get('uu-tien')}
        onChange={(value) => onChange({ 'uu-tien': value })}
        clearable
      />
    </div>
  )
}
