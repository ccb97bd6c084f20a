import { useQuery } from '@tanstack/react-query'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useState } from 'react'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { FlagButton } from '@/ui/FlagButton'
import { Sheet } from '@/ui/Modal'
import { SearchField } from '@/ui/SearchField'
import { Select } from '@/ui/Select'
import { fieldTexts } from '../fieldTexts'
import { activeFilters, AGE_BANDS, ANY, type FilterName } from '../filters'
import { catalogueQuery } from '../queries'
import { childTexts } from '../texts'
import { usePlaces } from '../usePlaces'
import { filtersOf, sortsOf, viewOf } from '../views'
import styles from './ChildFilterBar.module.css'

/** Shown beside the search; the rest is in the sheet. */
const FLAGS = ['thieu-bhyt', 'chua-biet-boi', 'chua-ho-tro'] as const

interface ChildFilterBarProps {
  params: URLSearchParams
  words: string
  onWords: (words: string) => void
  onChange: (next: Record<string, string | null>) => void
  onClear: () => void
}

export function ChildFilterBar({ params, words, onWords, onChange, onClear }: ChildFilterBarProps) {
  const texts = useTexts(childTexts)
  const t = texts.filter
  const { me } = useSession()
  const [open, setOpen] = useState(false)
  const allowed = filtersOf(me.user.role)
  const sorts = sortsOf(me.user.role)
  const active = activeFilters(params, allowed)
  const inSheet = active.filter((name) => !(FLAGS as readonly string[]).includes(name)).length
  const flagNames = { 'thieu-bhyt': t.uninsured, 'chua-biet-boi': t.cannotSwim, 'chua-ho-tro': t.unsupported }
  return (
    <div className={`${styles.bar} no-print`}>
      <div className={styles.search}>
        <SearchField
          label={me.user.role === 'social_officer' ? texts.list.searchFull : texts.list.search}
          value={words}
          delay={200}
          onSearch={onWords}
        />
      </div>
      <Button
        variant={inSheet ? 'light' : 'default'}
        leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {inSheet ? t.moreN(inSheet) : t.more}
      </Button>
      <div className={styles.flags}>
        {FLAGS.filter((name) => allowed.includes(name)).map((name) => (
          <FlagButton
            key={name}
            on={params.get(name) === '1'}
            label={flagNames[name]}
            onToggle={() => onChange({ [name]: params.get(name) ? null : '1' })}
          />
        ))}
        {active.length > 0 || words ? (
          <Button variant="subtle" onClick={onClear}>
            {texts.list.clear}
          </Button>
        ) : null}
      </div>
      {sorts.length > 1 ? (
        <div className={styles.sort}>
          <Select
            aria-label={texts.list.sort}
            allowDeselect={false}
            data={sorts.map((value) => ({ value, label: texts.list.sorts[value as keyof typeof texts.list.sorts] }))}
            value={sorts.find((sort) => sort === params.get('sap-xep')) ?? sorts[0]}
            onChange={(value) => onChange({ 'sap-xep': value === sorts[0] ? null : value })}
          />
        </div>
      ) : null}
      <Sheet opened={open} onClose={() => setOpen(false)} title={t.more}>
        <Fields params={params} allowed={allowed} onChange={onChange} />
        <div className={styles.foot}>
          <Button onClick={() => setOpen(false)}>{t.apply}</Button>
          <Button variant="default" onClick={onClear}>
            {texts.list.clear}
          </Button>
        </div>
      </Sheet>
    </div>
  )
}

interface FieldsProps {
  params: URLSearchParams
  allowed: FilterName[]
  onChange: (next: Record<string, string | null>) => void
}

function Fields({ params, allowed, onChange }: FieldsProps) {
  const t = useTexts(childTexts).filter
  const words = useTexts(fieldTexts)
  const { me, today } = useSession()
  const neighborhoods = usePlaces('neighborhood')
  const schools = usePlaces('school')
  const catalogue = useQuery({ ...catalogueQuery, enabled: viewOf(me.user.role) === 'full' })
  const groups = (kind: 'circumstance' | 'risk', any: string) => [
    { value: ANY, label: any },
    ...(catalogue.data ?? [])
      .filter((group) => group.kind === kind)
      .map((group) => ({ value: group.code, label: group.label })),
  ]
  const thisYear = Number(today.slice(0, 4))
  const entries = (values: Record<string, string>, drop: string[] = []) =>
    Object.entries(values)
      .filter(([value]) => !drop.includes(value))
      .map(([value, label]) => ({ value, label }))
  const choices: Partial<Record<FilterName, { label: string; data: { value: string; label: string }[] }>> = {
    'khu-pho': { label: t.neighborhood, data: neighborhoods },
    truong: { label: t.school, data: schools },
    tuoi: { label: t.age, data: AGE_BANDS.map((value) => ({ value, label: t.ages[value] })) },
    'nam-sinh': {
      label: t.year,
      data: Array.from({ length: 17 }, (_, i) => String(thisYear - i)).map((value) => ({ value, label: value })),
    },
    gioi: { label: t.sex, data: entries(words.sex) },
    nhom: { label: t.group, data: groups('circumstance', t.anyGroup) },
    'nguy-co': { label: t.risk, data: groups('risk', t.anyRisk) },
    ngheo: { label: t.poverty, data: entries(words.poverty, ['none']) },
    'trang-thai': { label: t.status, data: entries(words.status, ['active', 'erased']) },
  }
  return (
    <div className="stack">
      {allowed.map((name) => {
        const choice = choices[name]
        if (!choice) return null
        return (
          <Select
            key={name}
            label={choice.label}
            placeholder={name === 'trang-thai' ? words.status.active : t.all}
            data={choice.data}
            searchable={choice.data.length > 8}
            clearable
            value={params.get(name)}
            onChange={(value) => onChange({ [name]: value })}
          />
        )
      })}
    </div>
  )
}
