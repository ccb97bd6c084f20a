import { IconChevronDown, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTexts } from '@/lib/i18n'
import { words as sharedWords } from '@/lib/words'
import type { Role } from '@/api/types'
import { Button } from '@/ui/Button'
import { TextInput } from '@/ui/inputs'
import { Select } from '@/ui/Select'
import type { Wrong } from '../checks'
import { personOf, ROLES, type PersonRow, type SetupDraft, type Unit } from '../draft'
import { setupTexts } from '../texts'
import styles from './setup.module.css'

interface Props {
  person: PersonRow
  number: number
  draft: SetupDraft
  units: Unit[]
  wrong: Wrong
  onChange: (fields: Partial<PersonRow>) => void
  onDrop: () => void
}

export function PersonFields({ person, number, draft, units, wrong, onChange, onDrop }: Props) {
  const texts = useTexts(setupTexts)
  const roles = useTexts(sharedWords).role
  const t = texts.people
  const unit = units.find((one) => one.id === person.unit)
  const id = (name: string) => `person.${person.id}.${name}`
  const [wanted, setWanted] = useState(!person.unit)
  // What is wrong must be seen.
  const hidden = ['unit', 'role', 'username', 'phone']
  const isOpen = wanted || hidden.some((name) => wrong[id(name)])
  const facts = [unit?.name, person.username, person.phone].filter(Boolean).join(' · ')
  return (
    <fieldset className={styles.person}>
      <legend className="sr-only">{t.row(number)}</legend>
      <TextInput
        id={id('full_name')}
        label={t.fullName}
        maxLength={100}
        value={person.full_name}
        error={wrong[id('full_name')]}
        onChange={(event) => onChange({ full_name: event.currentTarget.value })}
      />
      <TextInput
        id={id('position')}
        label={t.position}
        maxLength={100}
        value={person.position}
        error={wrong[id('position')]}
        onChange={(event) => onChange({ position: event.currentTarget.value })}
      />
      {isOpen ? (
        <>
          <Select
            id={id('unit')}
            label={t.unit}
            searchable
            allowDeselect={false}
            data={units.map((one) => ({ value: one.id, label: one.name || '…' }))}
            value={person.unit || null}
            error={wrong[id('unit')]}
            onChange={(value) => {
              const chosen = units.find((one) => one.id === value)
              if (!chosen) return
              const others = { ...draft, people: draft.people.filter((one) => one.id !== person.id) }
              const proposal = personOf(others, chosen)
              onChange({ unit: chosen.id, role: proposal.role, username: person.username || proposal.username })
            }}
          />
          <Select
            id={id('role')}
            label={t.role}
            allowDeselect={false}
            disabled={!unit}
            data={(unit ? ROLES[unit.kind] : []).map((role) => ({ value: role, label: roles[role] }))}
            value={person.role}
            error={wrong[id('role')]}
            onChange={(value) => value && onChange({ role: value as Role })}
          />
          <TextInput
            id={id('username')}
            label={t.username}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            maxLength={32}
            value={person.username}
            error={wrong[id('username')]}
            onChange={(event) => onChange({ username: event.currentTarget.value })}
          />
          <TextInput
            id={id('phone')}
            label={t.phone}
            placeholder={t.optional}
            type="tel"
            autoComplete="off"
            maxLength={20}
            value={person.phone}
            error={wrong[id('phone')]}
            onChange={(event) => onChange({ phone: event.currentTarget.value })}
          />
        </>
      ) : null}
      <div className={styles.under}>
        {isOpen ? null : <span className="second">{facts}</span>}
        <Button
          variant="subtle"
          size="sm"
          aria-expanded={isOpen}
          aria-label={t.detailsOf(number)}
          leftSection={<IconChevronDown size={18} aria-hidden />}
          onClick={() => setWanted(!isOpen)}
        >
          {t.details}
        </Button>
        <Button
          variant="subtle"
          size="sm"
          color="red"
          leftSection={<IconTrash size={18} aria-hidden />}
          aria-label={t.drop(number)}
          onClick={onDrop}
        >
          {t.dropShort}
        </Button>
      </div>
    </fieldset>
  )
}
