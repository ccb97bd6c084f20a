import { useQuery } from '@tanstack/react-query'
import type { Case } from '@/api/types'
import { useCan } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { PersonName } from '@/ui/PersonName'
import { actTexts } from '../dialogs/texts'
import type { Do } from '../doing'
import { fileTexts } from './texts'
import { closedNoteQuery } from '../queries'
import styles from './file.module.css'

export function PeopleTab({ of, onDo }: { of: Case; onDo: Do }) {
  const t = useTexts(fileTexts).people
  const acts = useTexts(actTexts)
  const can = useCan()
  const add = of.allowed_actions.includes('assign') ? (
    <Button variant="default" size="sm" onClick={() => onDo('assign')}>
      {acts.assign.go}
    </Button>
  ) : undefined
  return (
    <div className="stack">
      <Card title={t.title} aside={of.assigned.length > 0 ? add : undefined} flush>
        {of.assigned.length === 0 ? (
          <EmptyState action={add}>{t.empty}</EmptyState>
        ) : (
          <ul className={styles.entries}>
            {of.assigned.map((person) => (
              <li key={person.id} className={styles.entry}>
                <PersonName person={person} unit />
                {person.id === of.opened_by?.id ? <span className="second">{t.opened}</span> : null}
              </li>
            ))}
          </ul>
        )}
      </Card>
      <ClosedNoteCard of={of} may={can('cases', 'update')} onDo={onDo} />
    </div>
  )
}

/** There only for those whom it names; to everybody else there is none, and whoever may write may begin one. */
function ClosedNoteCard({ of, may, onDo }: { of: Case; may: boolean; onDo: Do }) {
  const t = useTexts(fileTexts).people
  const query = useQuery(closedNoteQuery(of.id))
  if (query.data) {
    return (
      <Card
        title={t.note}
        aside={
          may ? (
            <Button variant="default" size="sm" onClick={() => onDo('closed_note')}>
              {t.noteEdit}
            </Button>
          ) : undefined
        }
      >
        <p className="pre">{query.data.text}</p>
        <p className="second">{t.noteFor(query.data.readers.map((one) => one.full_name).join(', '))}</p>
      </Card>
    )
  }
  // The officer's: the closed list of readers is chosen from the ward's people.
  if (query.data === undefined || !of.allowed_actions.includes('assign')) return null
  return (
    <div className="no-print">
      <Button variant="default" onClick={() => onDo('closed_note')}>
        {t.noteWrite}
      </Button>
    </div>
  )
}
