import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { usePhone } from '@/ui/DataTable'
import { DateField } from '@/ui/DateField'
import { Select } from '@/ui/Select'
import { PersonSelect } from '../audit/components/PersonSelect'
import styles from '../audit/components/audit.module.css'
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
  const phone = usePhone()
  const count = [...params.keys()].length
  const fields = (
    <div className={`${styles.filters} no-print`}>
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
