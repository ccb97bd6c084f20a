import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { SafetyOfficer } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { TextInput } from '@/ui/inputs'
import { safetyTexts } from '../texts'
import styles from './safety.module.css'

interface Props {
  officers: SafetyOfficer[]
  part: (path: string) => { id: string; error?: React.ReactNode }
  onChange: (officers: SafetyOfficer[]) => void
}

export const NOBODY: SafetyOfficer = { name: '', unit: '', duty: '', phone: '' }

export function OfficerFields({ officers, part, onChange }: Props) {
  const t = useTexts(safetyTexts).form
  const input = (index: number, name: keyof SafetyOfficer) => {
    const { id, error } = part(`officers.${index}.${name}`)
    return {
      id,
      error,
      label: t[name],
      value: officers[index]?.[name] ?? '',
      autoComplete: 'off',
      onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
        const value = event.currentTarget.value
        onChange(officers.map((one, at) => (at === index ? { ...one, [name]: value } : one)))
      },
    }
  }
  return (
    <Card title={t.officers}>
      <div className="stack">
        <p className="second">{t.officersHint}</p>
        {officers.map((_, index) => (
          // Lines of a list that is edited: their place is their identity.
          <fieldset key={index} className={styles.entry}>
            <legend>{t.officer(index + 1)}</legend>
            <div className="cols-2">
              <TextInput maxLength={120} {...input(index, 'name')} />
              <TextInput inputMode="tel" maxLength={20} {...input(index, 'phone')} />
              <TextInput maxLength={300} {...input(index, 'duty')} />
              <TextInput maxLength={300} {...input(index, 'unit')} />
            </div>
            <IconButton
              className={styles.remove}
              label={t.removeOfficer(index + 1)}
              tone="light"
              onClick={() => onChange(officers.filter((__, other) => other !== index))}
            >
              <IconTrash size={20} aria-hidden />
            </IconButton>
          </fieldset>
        ))}
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => onChange([...officers, NOBODY])}
          >
            {t.addOfficer}
          </Button>
        </div>
      </div>
    </Card>
  )
}
