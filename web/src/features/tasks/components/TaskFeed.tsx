import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { Reminder, Task, TaskUpdate } from '@/api/types'
import { formatWhen } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { words } from '@/lib/words'
import { useOutbox } from '@/offline/useOutbox'
import { Attachments } from '@/ui/Attachments'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { useProblemText } from '@/ui/ErrorState'
import { Textarea } from '@/ui/inputs'
import { QueryView } from '@/ui/QueryView'
import { ListSkeleton } from '@/ui/Skeletons'
import { StatusTag } from '@/ui/StatusTag'
import { toast } from '@/ui/toast'
import { useAct } from '@/ui/useAct'
import { commentTask, loadAttachment, TASK_TOUCHES, taskRemindersQuery, updatesQuery } from '../queries'
import { taskTexts } from '../texts'
import styles from './TaskFeed.module.css'

export function TaskFeed({ task }: { task: Task }) {
  const t = useTexts(taskTexts).feed
  const query = useQuery(updatesQuery(task.id))
  const reminders = useQuery(taskRemindersQuery(task.id))
  const queued = useOutbox().filter((job) => job.object === `task:${task.id}`)
  return (
    <Card title={t.title}>
      {task.allowed_actions.includes('comment') ? <CommentForm taskId={task.id} /> : null}
      {queued.map((job) => (
        <div key={job.id} className={styles.entry}>
          <p>
            <StatusTag tone="orange" icon="clock">
              {t.queued}
            </StatusTag>{' '}
            <span className="small muted">{formatWhen(new Date(job.created).toISOString())}</span>
          </p>
          {typeof job.body['note'] === 'string' ? <p className="pre">{job.body['note']}</p> : null}
        </div>
      ))}
      <QueryView query={query} skeleton={<ListSkeleton rows={3} />}>
        {(page) =>
          page.items.length === 0 && !reminders.data?.items.length ? (
            <p className="muted">{t.empty}</p>
          ) : (
            <ol className={styles.feed}>
              {inOrder(page.items, reminders.data?.items ?? []).map((one) =>
                'sent_at' in one ? (
                  <Reminded key={one.id} reminder={one} />
                ) : (
                  <Entry key={one.id} update={one} measure={task.measure ?? ''} />
                ),
              )}
            </ol>
          )
        }
      </QueryView>
    </Card>
  )
}

const timeOf = (one: TaskUpdate | Reminder) => ('sent_at' in one ? one.sent_at : one.at)

/** What was reported and what was reminded, newest first; ids grow with time, so they order one second. */
function inOrder(updates: TaskUpdate[], reminders: Reminder[]): (TaskUpdate | Reminder)[] {
  const key = (one: TaskUpdate | Reminder) => timeOf(one) + one.id
  return [...updates, ...reminders].sort((a, b) => (key(a) < key(b) ? 1 : -1))
}

function Reminded({ reminder }: { reminder: Reminder }) {
  const t = useTexts(taskTexts)
  return (
    <li className={styles.entry} data-kind="reminder">
      <p>
        <strong>{reminder.by?.full_name ?? t.feed.system}</strong> {t.feed.reminded}{' '}
        <strong>{reminder.unit.name}</strong>
      </p>
      <p className="small muted">
        <span className="num">{formatWhen(reminder.sent_at)}</span> · {t.reminders.kinds[reminder.kind]}
        {reminder.answered_at ? '' : ` · ${t.reminders.noAnswer.toLowerCase()}`}
      </p>
      {reminder.message ? <p className="pre">{reminder.message}</p> : null}
    </li>
  )
}

function Entry({ update, measure }: { update: TaskUpdate; measure: string }) {
  const t = useTexts(taskTexts).feed
  const states = useTexts(words).task
  const problemText = useProblemText()
  const what: string[] = []
  if (update.kind === 'state' && update.status) what.push(t.state(states[update.status]))
  if (update.kind === 'comment') what.push(t.commented)
  // "Started, 0%" says one thing twice.
  const said = update.kind === 'state' && update.progress === 0
  if (update.progress !== null && update.progress !== undefined && !said) what.push(t.progress(update.progress))
  if (update.actual !== null && update.actual !== undefined) what.push(t.actual(formatNumber(update.actual), measure))
  if (what.length === 0) what.push(t.report)
  return (
    <li className={styles.entry} data-kind={update.kind}>
      <p>
        <strong>{update.by?.full_name ?? t.system}</strong>{' '}
        {update.acting_for ? <span className="muted">{t.for(update.acting_for.full_name)} </span> : null}
        {what.join(', ')}
      </p>
      <p className="small muted">
        <span className="num">{formatWhen(update.at)}</span>
        {update.unit ? ` · ${update.unit.name}` : ''}
      </p>
      {update.note ? <p className="pre">{update.note}</p> : null}
      <Attachments files={update.attachments} load={loadAttachment} onFailure={(e) => toast.error(problemText(e))} />
    </li>
  )
}

function CommentForm({ taskId }: { taskId: string }) {
  const t = useTexts(taskTexts).feed
  const { act, busy } = useAct(TASK_TOUCHES)
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!text.trim()) return setMissing(true)
    const sent = await act('comment', (key) => commentTask(taskId, text.trim(), key), t.sent)
    if (!sent) return
    setText('')
    setOpen(false)
  }
  if (!open) {
    return (
      <Button
        variant="default"
        size="sm"
        className="no-print"
        onClick={() => setOpen(true)}
        style={{ marginBottom: 12 }}
      >
        {t.comment}
      </Button>
    )
  }
  return (
    <form className="stack-2 no-print" onSubmit={(event) => void submit(event)} style={{ marginBottom: 16 }}>
      <Textarea
        label={t.commentLabel}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setMissing(false)
        }}
        error={missing ? t.missing : undefined}
        autosize
        minRows={2}
        maxLength={4000}
        autoFocus
      />
      <div>
        <Button type="submit" size="sm" loading={busy !== null}>
          {t.send}
        </Button>
      </div>
    </form>
  )
}
