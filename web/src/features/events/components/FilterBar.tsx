import { useQuery } from '@tanstack/react-query'
import { IconAdjustmentsHorizontal, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useSession } from '@/app/session'
import { addDays, type PlainDate } from '@/lib/dates'
import { eventWords } from '@/lib/eventTexts'
import { dayInWords } from '@/lib/eventTimes'
import { useTexts } from '@/lib/i18n'
import { compareVietnamese } from '@/lib/text'
import { Button, IconButton } from '@/ui/Button'
import { Sheet } from '@/ui/Modal'
import { SegmentedControl } from '@/ui/Segmented'
import { MultiSelect, Select } from '@/ui/Select'
import { mondayOf, stepped, VIEWS, type View } from '../calendar'
import { activeFilters, FILTER_NAMES } from '../filters'
import { eventUnitsQuery } from '../queries'
import { eventTexts } from '../texts'
import styles from './calendar.module.css'

interface FilterBarProps {
  params: URLSearchParams
  view: View
  day: PlainDate
  onChange: (next: Record<string, string | null>) => void
}

export function periodName(t: (typeof eventTexts)['vi'], view: View, day: PlainDate): string {
  const monday = mondayOf(day)
  if (view === 'tuan') return t.week(dayInWords(monday), dayInWords(addDays(monday, 6)))
  return t.month(Number(day.slice(5, 7)), Number(day.slice(0, 4)))
}

export function FilterBar({ params, view, day, onChange }: FilterBarProps) {
  const t = useTexts(eventTexts)
  const [open, setOpen] = useState(false)
  const active = activeFilters(params).length
  const clear = () => onChange(Object.fromEntries(FILTER_NAMES.map((name) => [name, null])))
  const step = (by: 1 | -1) => onChange({ ngay: stepped(view, day, by) })
  return (
    <div className={`${styles.bar} no-print`}>
      <div className={styles.period}>
        <IconButton label={t.previous[view]} tone="light" onClick={() => step(-1)}>
          <IconChevronLeft size={22} aria-hidden />
        </IconButton>
        <h2 aria-live="polite">{periodName(t, view, day)}</h2>
        <IconButton label={t.next[view]} tone="light" onClick={() => step(1)}>
          <IconChevronRight size={22} aria-hidden />
        </IconButton>
        <Button variant="default" onClick={() => onChange({ ngay: null })}>
          {t.today}
        </Button>
      </div>
      <div className={styles.tools}>
        <Button
          variant={active ? 'light' : 'default'}
          leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {active ? t.filter.openN(active) : t.filter.open}
        </Button>
        {active ? (
          <Button variant="subtle" onClick={clear}>
            {t.filter.clear}
          </Button>
        ) : null}
      </div>
      <SegmentedControl
        aria-label={t.view.label}
        value={view}
        onChange={(xem) => onChange({ xem })}
        data={VIEWS.map((value) => ({ value, label: t.view[value] }))}
      />
      <Sheet opened={open} onClose={() => setOpen(false)} title={t.filter.open}>
        <div className="stack" style={{ paddingBottom: 16 }}>
          <Fields params={params} onChange={onChange} />
          <div className="row">
            <Button onClick={() => setOpen(false)}>{t.filter.apply}</Button>
            <Button variant="default" onClick={clear}>
              {t.filter.clear}
            </Button>
          </div>
        </div>
      </Sheet>
    </div>
  )
}

function Fields({ params, onChange }: Pick<FilterBarProps, 'params' | 'onChange'>) {
  const t = useTexts(eventTexts).filter
  const words = useTexts(eventWords)
  const { me } = useSession()
  // Whoever looks over several wards filters by none of their units.
  const units = useQuery({ ...eventUnitsQuery, enabled: Boolean(me.ward) })
  const choices = (kind?: 'neighborhood') =>
    (units.data ?? [])
      .filter((unit) => !kind || unit.kind === kind)
      .map((unit) => ({ value: unit.id, label: unit.name }))
      .toSorted((a, b) => compareVietnamese(a.label, b.label))
  const several = (name: string) => ({
    value: params.get(name)?.split(',') ?? [],
    onChange: (value: string[]) => onChange({ [name]: value.join(',') || null }),
    clearable: true,
  })
  const one = (name: string) => ({
    value: params.get(name),
    onChange: (value: string | null) => onChange({ [name]: value }),
    placeholder: t.all,
    searchable: true,
    clearable: true,
  })
  const named = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }))
  return (
    <>
      {me.ward ? (
        <div className="cols-2">
          <Select label={t.unit} data={choices()} {...one('don-vi')} />
          <Select label={t.neighborhood} data={choices('neighborhood')} {...one('khu-pho')} />
        </div>
      ) : null}
      <MultiSelect label={t.kind} data={named(words.kind)} {...several('loai')} />
      <MultiSelect label={t.status} description={t.statusHint} data={named(words.status)} {...several('trang-thai')} />
    </>
  )
}
