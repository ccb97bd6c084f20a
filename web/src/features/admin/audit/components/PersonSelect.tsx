import { useQuery } from '@tanstack/react-query'
import { useTexts } from '@/lib/i18n'
import { comparePeople } from '@/lib/text'
import { Select } from '@/ui/Select'
import { everybodyQuery } from '../queries'
import { auditTexts } from '../texts'

interface PersonSelectProps {
  label: string
  value: string | null
  onChange: (value: string | null) => void
}

/** Anybody who has an account, closed ones too. */
export function PersonSelect({ label, value, onChange }: PersonSelectProps) {
  const t = useTexts(auditTexts)
  const people = useQuery(everybodyQuery)
  const data = (people.data ?? [])
    .toSorted((a, b) => comparePeople(a.full_name, b.full_name))
    .map(({ id, full_name, status }) => ({ value: id, label: status === 'active' ? full_name : t.locked(full_name) }))
  return <Select label={label} placeholder={t.all} searchable clearable data={data} value={value} onChange={onChange} />
}
