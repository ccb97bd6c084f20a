import { IconPlus } from '@tabler/icons-react'
import type { PublicNote } from '@/api/types'
import { useCan } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { EmptyState } from '@/ui/EmptyState'
import { useAct } from '@/ui/useAct'
import { addStarters, NOTE_TOUCHES } from '../queries'
import { portalTexts } from '../texts'
import { NoteRow } from './NoteRow'
import styles from './portal.module.css'

interface NoteCardProps {
  kind: PublicNote['kind']
  notes: PublicNote[]
  onAdd: () => void
  onEdit: (note: PublicNote) => void
}

/** The notes of one kind, as they stand on the page. */
export function NoteCard({ kind, notes, onAdd, onEdit }: NoteCardProps) {
  const t = useTexts(portalTexts)
  const can = useCan()
  const { act, busy } = useAct(NOTE_TOUCHES)
  const writes = can('communications', 'create', 'ward')
  const add = writes ? (
    <Button
      size="sm"
      variant="light"
      leftSection={<IconPlus size={18} aria-hidden />}
      aria-label={t.addNamed(t.kind[kind])}
      onClick={onAdd}
    >
      {t.add}
    </Button>
  ) : undefined
  const begin = async () => {
    const then = can('communications', 'approve', 'ward') ? t.startersShown : t.startersHidden
    const answer = await ask({ title: t.startersTitle, body: `${t.startersBody} ${then}`, confirm: t.starters })
    if (answer.yes) await act('starters', addStarters, t.startersDone)
  }
  const starters =
    writes && kind === 'advice' ? (
      <Button size="sm" variant="default" loading={busy === 'starters'} onClick={() => void begin()}>
        {t.starters}
      </Button>
    ) : null
  return (
    <Card title={t.kind[kind]} aside={add}>
      <p className="second">{t.about[kind]}</p>
      {notes.length === 0 ? (
        <EmptyState title={t.empty} action={starters} />
      ) : (
        <ul className={styles.list}>
          {notes.map((note) => (
            <NoteRow key={note.id} note={note} onEdit={() => onEdit(note)} />
          ))}
        </ul>
      )}
      {notes.length > 0 && notes.length < 7 ? starters : null}
    </Card>
  )
}
