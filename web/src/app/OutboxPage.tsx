import { useTexts } from '@/lib/i18n'
import { formatWhen } from '@/lib/dates'
import type { Job } from '@/offline/outbox'
import { outbox, useOutbox } from '@/offline/useOutbox'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { EmptyState } from '@/ui/EmptyState'
import { Page } from '@/ui/Page'
import { StatusTag } from '@/ui/StatusTag'
import { toast } from '@/ui/toast'
import styles from './OutboxPage.module.css'
import { appTexts } from './texts'

export default function OutboxPage() {
  const t = useTexts(appTexts).outbox
  const jobs = useOutbox()
  return (
    <Page
      title={t.title}
      subtitle={t.intro}
      actions={jobs.length > 0 ? <Button onClick={() => void outbox.flush()}>{t.sendNow}</Button> : undefined}
      narrow
    >
      <Card flush>
        {jobs.length === 0 ? (
          <EmptyState title={t.empty}>{t.emptyBody}</EmptyState>
        ) : (
          <ul className={styles.list}>
            {jobs.map((job) => (
              <Row key={job.id} job={job} />
            ))}
          </ul>
        )}
      </Card>
    </Page>
  )
}

function Row({ job }: { job: Job }) {
  const t = useTexts(appTexts).outbox
  const kinds: Record<string, string> = t.kinds
  const remove = async () => {
    const answer = await ask({ title: t.removeTitle, body: t.removeBody, confirm: t.remove, danger: true })
    if (!answer.yes) return
    await outbox.remove(job)
    toast.ok(t.removed, { label: t.undo, run: () => void outbox.restore(job) })
  }
  const why =
    job.problem?.code === 'too_old'
      ? t.tooOld
      : job.problem?.code === 'unknown_kind'
        ? t.unknownKind
        : job.problem?.message
  return (
    <li className={styles.row}>
      <div className="grow">
        <p>
          <strong>{job.title}</strong>
        </p>
        <p className="second">
          {[
            kinds[job.kind] ?? job.kind,
            t.at(formatWhen(new Date(job.created).toISOString())),
            job.files.length > 0 ? t.files(job.files.length) : null,
            job.tries > 0 ? t.tries(job.tries) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p>
          {job.state === 'held' ? (
            <StatusTag tone="red" icon="alert">
              {t.held}
            </StatusTag>
          ) : (
            <StatusTag tone="orange" icon="clock">
              {t.waiting}
            </StatusTag>
          )}
        </p>
        {why ? <p className="late">{why}</p> : null}
      </div>
      <div className="row">
        <Button size="sm" variant="light" onClick={() => void outbox.retry(job)}>
          {t.retry}
        </Button>
        <Button size="sm" variant="default" onClick={() => void remove()}>
          {t.remove}
        </Button>
      </div>
    </li>
  )
}
