import { useQuery } from '@tanstack/react-query'
import type { Case } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { words } from '@/lib/words'
import { actTexts } from './texts'
import * as acts from '../acts'
import { closedNoteQuery, workersQuery } from '../queries'
import { ActForm, list, text } from './ActForm'

interface PeopleProps {
  what: 'assign' | 'closed_note'
  of: Case
  onClose: () => void
}

/** Whose role may see cases, by role; whoever is named already stays in the list even when they have left. */
function usePeople(named: { id: string; full_name: string }[], without?: string) {
  const roles = useTexts(words).role
  const people = useQuery(workersQuery)
  const found = (people.data ?? []).filter((one) => one.id !== without)
  const groups = (['social_officer', 'police', 'health', 'leader'] as const).map((role) => ({
    group: roles[role],
    items: found
      .filter((one) => one.role === role)
      .map((one) => ({ value: one.id, label: [one.full_name, one.position].filter(Boolean).join(', ') })),
  }))
  const gone = named.filter((one) => one.id !== without && !found.some((other) => other.id === one.id))
  if (gone.length > 0) groups.push({ group: '–', items: gone.map((one) => ({ value: one.id, label: one.full_name })) })
  return people.isPending ? null : groups.filter((group) => group.items.length > 0)
}

export function PeopleDialogs({ what, of, onClose }: PeopleProps) {
  return what === 'assign' ? <Assign of={of} onClose={onClose} /> : <Note of={of} onClose={onClose} />
}

function Assign({ of, onClose }: Omit<PeopleProps, 'what'>) {
  const t = useTexts(actTexts).assign
  const data = usePeople(of.assigned)
  if (!data) return null
  return (
    <ActForm
      title={t.title}
      body={t.body}
      fields={[{ name: 'user_ids', kind: 'people', label: t.who, hint: t.hint, data, initial: of.assigned_user_ids }]}
      go={t.send}
      done={t.done}
      send={(values, key) => acts.assignPeople(of, key, list(values['user_ids']))}
      onClose={onClose}
    />
  )
}

function Note({ of, onClose }: Omit<PeopleProps, 'what'>) {
  const t = useTexts(actTexts).closed_note
  const { me } = useSession()
  const note = useQuery(closedNoteQuery(of.id))
  const data = usePeople(note.data?.readers ?? [], me.user.id)
  if (!data || note.isPending) return null
  return (
    <ActForm
      title={t.title}
      body={t.body}
      fields={[
        { name: 'text', kind: 'area', label: t.text, required: true, initial: note.data?.text ?? '' },
        {
          name: 'reader_ids',
          kind: 'people',
          label: t.readers,
          data,
          initial: (note.data?.reader_ids ?? []).filter((id) => id !== me.user.id),
        },
      ]}
      go={t.send}
      done={t.done}
      send={async (values, key) => {
        await acts.writeClosedNote(of, key, { text: text(values['text']), reader_ids: list(values['reader_ids']) })
        await note.refetch()
      }}
      onClose={onClose}
    />
  )
}
