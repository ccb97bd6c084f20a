import { useTexts } from '@/lib/i18n'
import { DateField } from '@/ui/DateField'
import { Select } from '@/ui/Select'
import { LogFilters } from '../components/LogFilters'
import { PersonSelect } from '../audit/components/PersonSelect'
import { EVERYTHING, type Change } from './filters'
import { signInTexts } from './texts'

interface SignInFilterBarProps {
  params: URLSearchParams
  /** With one's own tries there is nobody to choose. */
  own: boolean
  onChange: (change: Change) => void
  onClear: () => void
}

export function SignInFilterBar({ params, own, onChange, onClear }: SignInFilterBarProps) {
  const t = useTexts(signInTexts)
  const count = [...params.keys()].length
  return (
    <LogFilters count={count} onClear={onClear} t={t}>
      <DateField id="sign-ins-from" label={t.from} value={params.get('tu')} onChange={(tu) => onChange({ tu })} />
      <DateField id="sign-ins-to" label={t.to} value={params.get('den')} onChange={(den) => onChange({ den })} />
      {own ? null : (
        <PersonSelect label={t.person} value={params.get('nguoi')} onChange={(nguoi) => onChange({ nguoi })} />
      )}
      <Select
        label={t.result}
        placeholder={t.failed}
        clearable
        data={[
          { value: EVERYTHING, label: t.everything },
          ...Object.entries(t.results).map(([value, label]) => ({ value, label })),
        ]}
        value={params.get('ket-qua')}
        onChange={(result) => onChange({ 'ket-qua': result })}
      />
    </LogFilters>
  )
}
