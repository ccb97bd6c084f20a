import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTexts } from '@/lib/i18n'
import { DateField } from '@/ui/DateField'
import { usePhone } from '@/ui/DataTable'
import { Select } from '@/ui/Select'
import { CHANNELS, STATUSES } from '../filters'
import { campaignsQuery, communicationChoicesQuery } from '../queries'
import { communicationTexts } from '../texts'
import styles from './communications.module.css'

interface FilterBarProps {
  params: URLSearchParams
  onChange: (next: URLSearchParams) => void
  /** Only what the counts know: campaign, channel, days. */
  counts?: boolean
  /** A unit's own list has no other units. */
  withUnits?: boolean
  first?: ReactNode
}

const NAMES = ['kenh', 'trang-thai', 'don-vi', 'dot', 'bao-cao', 'tu', 'den']

export function FilterBar({ params, onChange, counts = false, withUnits = false, first }: FilterBarProps) {
  const t = useTexts(communicationTexts)
  const phone = usePhone()
  const campaigns = useQuery(campaignsQuery)
  const choices = useQuery({ ...communicationChoicesQuery, enabled: withUnits })
  const set = (name: string) => (value: string | null) => {
    const next = new URLSearchParams(params)
    if (value) next.set(name, value)
    else next.delete(name)
    onChange(next)
  }
  const select = (name: string, label: string, data: { value: string; label: string }[]) => (
    <Select
      label={label}
      placeholder={t.all}
      clearable
      searchable={data.length > 8}
      value={params.get(name)}
      onChange={set(name)}
      data={data}
    />
  )
  const status = STATUSES.map((value) => ({ value: value as string, label: t.status[value] }))
  // The address of a number in the counts names both states in which something counts.
  status.push({ value: 'approved,done', label: `${t.status.approved}, ${t.status.done.toLowerCase()}` })
  const fields = (
    <div className="filters no-print">
      {select(
        'dot',
        t.campaignLabel,
        (campaigns.data ?? []).map((one) => ({ value: one.id, label: one.name })),
      )}
      {select(
        'kenh',
        t.channelLabel,
        CHANNELS.map((value) => ({ value, label: t.channel[value] })),
      )}
      {counts ? null : select('trang-thai', t.statusLabel, status)}
      {counts || !withUnits
        ? null
        : select(
            'don-vi',
            t.unitLabel,
            (choices.data?.units ?? []).map((one) => ({ value: one.id, label: one.name })),
          )}
      {counts
        ? null
        : select('bao-cao', t.reportedLabel, [
            { value: '0', label: t.reported['0'] },
            { value: '1', label: t.reported['1'] },
          ])}
      <DateField label={t.from} value={params.get('tu')} onChange={set('tu')} />
      <DateField label={t.to} value={params.get('den')} onChange={set('den')} />
    </div>
  )
  if (!phone) {
    return (
      <>
        {first}
        {fields}
      </>
    )
  }
  return (
    <>
      {first}
      <details className={`${styles.fold} no-print`}>
        <summary>{t.filters(NAMES.filter((name) => params.get(name)).length)}</summary>
        {fields}
      </details>
    </>
  )
}
