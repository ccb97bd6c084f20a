import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTexts } from '@/lib/i18n'
import { Button, IconButton } from '@/ui/Button'
import { TextInput } from '@/ui/inputs'
import type { MemberValues } from '../form'
import { inspectionTexts } from '../texts'
import styles from './inspections.module.css'

interface MembersFieldProps {
  title: string
  hint?: string
  members: MemberValues[]
  onChange: (members: MemberValues[]) => void
  error?: (path: string) => ReactNode
}

/** People with their positions, one line each. */
export function MembersField({ title, hint, members, onChange, error }: MembersFieldProps) {
  const t = useTexts(inspectionTexts).form
  const set = (at: number, change: Partial<MemberValues>) =>
    onChange(members.map((one, place) => (place === at ? { ...one, ...change } : one)))
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      <div className="stack-2">
        {hint ? <p className="second">{hint}</p> : null}
        {members.map((one, at) => (
          // Lines have no name of their own; their place is all there is.
          <div key={at} className={styles.pair}>
            <TextInput
              label={t.memberName}
              aria-label={`${t.member(at + 1)}: ${t.memberName}`}
              maxLength={150}
              value={one.name}
              error={error?.(`${at}.name`)}
              onChange={(event) => set(at, { name: event.currentTarget.value })}
            />
            <TextInput
              label={t.memberPosition}
              aria-label={`${t.member(at + 1)}: ${t.memberPosition}`}
              maxLength={200}
              value={one.position}
              onChange={(event) => set(at, { position: event.currentTarget.value })}
            />
            <IconButton
              label={`${t.drop}: ${t.member(at + 1)}`}
              onClick={() => onChange(members.filter((_, place) => place !== at))}
            >
              <IconX size={20} aria-hidden />
            </IconButton>
          </div>
        ))}
        <div>
          <Button
            variant="light"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => onChange([...members, { name: '', position: '' }])}
          >
            {t.addMember}
          </Button>
        </div>
      </div>
    </fieldset>
  )
}
