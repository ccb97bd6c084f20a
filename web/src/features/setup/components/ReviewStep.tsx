import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card, Facts } from '@/ui/Card'
import { Notice } from '@/ui/Notice'
import type { Secrets } from '../checks'
import { allUnits, namedPeople, placeOf, superiorOf, wardName, type SetupDraft } from '../draft'
import { setupTexts } from '../texts'
import styles from './setup.module.css'
import { DocumentHead } from './WardStep'

interface Props {
  draft: SetupDraft
  secrets: Secrets
  go: (step: number) => void
}

export function ReviewStep({ draft, secrets, go }: Props) {
  const texts = useTexts(setupTexts)
  const t = texts.review
  const units = allUnits(draft, texts.words)
  const nameOf = (id: string) => units.find((unit) => unit.id === id)?.name ?? ''
  const people = namedPeople(draft)
  const skipped = draft.people.length - people.length
  const desks = units.filter((unit) => unit.kind !== 'neighborhood')
  const places = units.filter((unit) => unit.kind === 'neighborhood')
  const { hotlines, address } = draft.ward
  const change = (step: number) => (
    <Button variant="subtle" size="sm" aria-label={t.change(texts.steps[step]!)} onClick={() => go(step)}>
      {t.changeShort}
    </Button>
  )
  return (
    <>
      <p>{t.body}</p>
      {secrets.password ? null : <Notice tone="warn">{t.password}</Notice>}
      <Card title={wardName(draft, texts.words) || t.ward} aside={change(2)}>
        <div className="stack">
          <Facts
            items={[
              [t.superior, superiorOf(draft, texts.words) || t.none],
              [t.place, placeOf(draft)],
              [t.address, address || t.none],
              [t.hotlines, hotlines.map((line) => `${line.label}: ${line.phone}`).join('; ') || t.none],
            ]}
          />
          <DocumentHead name={wardName(draft, texts.words)} place={placeOf(draft)} />
        </div>
      </Card>
      <Card title={t.units(desks.length)} aside={change(3)}>
        <ul className={styles.list}>
          {desks.map((unit) => (
            <li key={unit.id}>{unit.name}</li>
          ))}
        </ul>
      </Card>
      <Card title={t.places(places.length)} aside={change(4)}>
        {places.length > 0 ? (
          <ul className={styles.list}>
            {places.map((unit) => (
              <li key={unit.id}>{unit.name}</li>
            ))}
          </ul>
        ) : (
          <p className="second">{t.none}</p>
        )}
      </Card>
      <Card title={t.people(people.length)} aside={change(5)}>
        <div className="stack">
          {people.some((person) => person.role === 'leader') ? null : <Notice tone="warn">{t.noLeader}</Notice>}
          {people.some((person) => person.role === 'social_officer') ? null : (
            <Notice tone="warn">{t.noOfficer}</Notice>
          )}
          {skipped > 0 ? <p className="second">{t.skipped(skipped)}</p> : null}
          <ul className={styles.list}>
            <li>
              {draft.admin.full_name} ({draft.admin.username}, {t.admin})
            </li>
            {people.map((person) => (
              <li key={person.id}>
                {person.full_name} ({person.username}), {nameOf(person.unit)}
              </li>
            ))}
          </ul>
        </div>
      </Card>
    </>
  )
}
