import type { PublicNote } from '@/api/types'
import { useSession } from '@/app/session'
import { formatDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { ask } from '@/ui/ConfirmDialog'
import { StatusTag } from '@/ui/StatusTag'
import { useAct } from '@/ui/useAct'
import { hideNote, NOTE_TOUCHES, showNote } from '../queries'
import { portalTexts } from '../texts'
import styles from './portal.module.css'

/** What everybody sees of it now, in a word. */
function State({ note }: { note: PublicNote }) {
  const t = useTexts(portalTexts)
  const { today } = useSession()
  if (!note.is_shown)
    return (
      <StatusTag tone="plain" icon="circle">
        {t.hidden}
      </StatusTag>
    )
  if (note.ends_on && note.ends_on < today)
    return (
      <StatusTag tone="plain" icon="ban">
        {t.over(formatDate(note.ends_on))}
      </StatusTag>
    )
  if (note.starts_on && note.starts_on > today)
    return (
      <StatusTag tone="blue" icon="clock">
        {t.later(formatDate(note.starts_on))}
      </StatusTag>
    )
  return (
    <StatusTag tone="green" icon="check">
      {t.shown}
    </StatusTag>
  )
}

export function NoteRow({ note, onEdit }: { note: PublicNote; onEdit: () => void }) {
  const t = useTexts(portalTexts)
  const { act, busy } = useAct(NOTE_TOUCHES)
  const may = (action: PublicNote['allowed_actions'][number]) => note.allowed_actions.includes(action)
  const agreed = note.kind !== 'giver' || note.consent_given
  const show = async () => {
    const answer = await ask({ title: t.showTitle, body: t.showBody(note.title), confirm: t.show })
    if (answer.yes) await act('show', (key) => showNote(note, key), t.showDone)
  }
  const hide = async () => {
    const answer = await ask({ title: t.hideTitle, body: t.hideBody(note.title), confirm: t.hide, danger: true })
    if (answer.yes) await act('hide', (key) => hideNote(note, key), t.hideDone)
  }
  return (
    <li className={styles.note}>
      <div className={styles.words}>
        <h3>{note.title}</h3>
        <p className={`second ${styles.body}`}>{note.body}</p>
        {note.reply ? (
          <p className={`second ${styles.body}`}>
            <strong>{t.reply}:</strong> {note.reply}
          </p>
        ) : null}
        <p className="row">
          <State note={note} />
          {agreed ? null : (
            <StatusTag tone="orange" icon="alert">
              {t.noConsent}
            </StatusTag>
          )}
        </p>
      </div>
      <div className={styles.acts}>
        {may('edit') ? (
          <Button size="sm" variant="default" aria-label={t.editNamed(note.title)} onClick={onEdit}>
            {t.edit}
          </Button>
        ) : null}
        {may('show') && agreed ? (
          <Button
            size="sm"
            variant="light"
            loading={busy === 'show'}
            aria-label={t.showNamed(note.title)}
            onClick={() => void show()}
          >
            {t.show}
          </Button>
        ) : null}
        {may('hide') ? (
          <Button
            size="sm"
            variant="default"
            loading={busy === 'hide'}
            aria-label={t.hideNamed(note.title)}
            onClick={() => void hide()}
          >
            {t.hide}
          </Button>
        ) : null}
      </div>
    </li>
  )
}
