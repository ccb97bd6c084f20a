import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { PasswordInput, Textarea, TextInput } from '@/ui/inputs'
import { Notice } from '@/ui/Notice'
import type { Secrets } from '../checks'
import { allUnits, namedPeople, onePerUnit, pastePeople, personOf, strengthOf, type PersonRow } from '../draft'
import { setupTexts } from '../texts'
import type { StepProps } from '../useSetup'
import { PersonFields } from './PersonFields'
import styles from './setup.module.css'

interface Props extends StepProps {
  secrets: Secrets
  setSecrets: (secrets: Secrets) => void
}

export function PeopleStep({ draft, change, wrong, secrets, setSecrets }: Props) {
  const texts = useTexts(setupTexts)
  const t = texts.people
  const units = allUnits(draft, texts.words)
  const [isPasting, setPasting] = useState(false)
  const [pasted, setPasted] = useState('')
  const [unknown, setUnknown] = useState<string[]>([])
  const { admin } = draft
  const setAdmin = (fields: Partial<typeof admin>) => change({ admin: { ...admin, ...fields } })
  const setPerson = (id: string, fields: Partial<PersonRow>) =>
    change({ people: draft.people.map((person) => (person.id === id ? { ...person, ...fields } : person)) })
  const strength = strengthOf(secrets.password)
  return (
    <>
      <p>{t.body}</p>
      <Card title={t.admin}>
        <div className="stack">
          <div className="cols-3">
            <TextInput
              id="admin.full_name"
              label={t.fullName}
              autoComplete="name"
              maxLength={100}
              value={admin.full_name}
              error={wrong['admin.full_name']}
              onChange={(event) => setAdmin({ full_name: event.currentTarget.value })}
            />
            <TextInput
              id="admin.position"
              label={t.position}
              placeholder={t.positionHint}
              maxLength={100}
              value={admin.position}
              error={wrong['admin.position']}
              onChange={(event) => setAdmin({ position: event.currentTarget.value })}
            />
            <TextInput
              id="admin.username"
              label={t.username}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={32}
              value={admin.username}
              error={wrong['admin.username']}
              onChange={(event) => setAdmin({ username: event.currentTarget.value })}
            />
          </div>
          <div className="cols-2">
            <div className="stack-2">
              <PasswordInput
                id="admin.password"
                label={t.password}
                description={t.passwordHint}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                autoComplete="new-password"
                value={secrets.password}
                error={wrong['admin.password']}
                onChange={(event) => setSecrets({ ...secrets, password: event.currentTarget.value })}
              />
              <p role="status" className={styles[`strength${strength}`]}>
                {secrets.password ? t.strength[strength] : null}
              </p>
            </div>
            <PasswordInput
              id="admin.again"
              label={t.again}
              autoComplete="new-password"
              value={secrets.again}
              error={wrong['admin.again']}
              onChange={(event) => setSecrets({ ...secrets, again: event.currentTarget.value })}
            />
          </div>
        </div>
      </Card>
      <Card title={t.others} aside={t.count(namedPeople(draft).length, draft.people.length)}>
        <div className="stack">
          <p className="second">{t.othersHint}</p>
          <div className="row">
            <Button
              variant="light"
              onClick={() => change({ people: onePerUnit(draft, units, (unit) => texts.positions[unit.kind] ?? '') })}
            >
              {t.propose}
            </Button>
            <Button variant="default" aria-expanded={isPasting} onClick={() => setPasting(!isPasting)}>
              {t.paste}
            </Button>
          </div>
          {isPasting ? (
            <div className="stack-2">
              <Textarea
                label={t.paste}
                description={t.pasteHint}
                autosize
                minRows={4}
                maxRows={12}
                value={pasted}
                onChange={(event) => setPasted(event.currentTarget.value)}
              />
              <div>
                <Button
                  disabled={!pasted.trim()}
                  onClick={() => {
                    const result = pastePeople(draft, units, pasted)
                    change({ people: result.people })
                    setUnknown(result.unknown)
                    setPasted('')
                  }}
                >
                  {t.take}
                </Button>
              </div>
            </div>
          ) : null}
          {unknown.length > 0 ? (
            <Notice tone="warn" live>
              {t.unknown(unknown.join(', '))}
            </Notice>
          ) : null}
          {draft.people.length === 0 ? <p className="second">{t.empty}</p> : null}
          {draft.people.map((person, at) => (
            <PersonFields
              key={person.id}
              person={person}
              number={at + 1}
              draft={draft}
              units={units}
              wrong={wrong}
              onChange={(fields) => setPerson(person.id, fields)}
              onDrop={() => change({ people: draft.people.filter((one) => one.id !== person.id) })}
            />
          ))}
          <div>
            <Button
              variant="default"
              leftSection={<IconPlus size={20} aria-hidden />}
              onClick={() => change({ people: [...draft.people, personOf(draft, undefined)] })}
            >
              {t.add}
            </Button>
          </div>
        </div>
      </Card>
    </>
  )
}
