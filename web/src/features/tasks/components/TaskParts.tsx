import type { Part, Task } from '@/api/types'
import { useSession } from '@/app/session'
import { formatWhen } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { compareVietnamese } from '@/lib/text'
import { words } from '@/lib/words'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Progress } from '@/ui/Progress'
import { TaskTag } from '@/ui/tags'
import { taskTexts } from '../texts'
import { useTaskActs } from '../useTaskActs'
import styles from './TaskParts.module.css'

/** "8/11 khu phố đã xong" (reported or accepted): first what waits for the reader's decision, then who is not done; one's own part on top. */
export function TaskParts({ task, onRemind }: { task: Task; onRemind?: () => void }) {
  const t = useTexts(taskTexts)
  const each = useTexts(words).kindEach
  const { me } = useSession()
  const { run, busy } = useTaskActs(task)
  const own = task.parts.filter((part) => !(task.each_unit && part.is_lead))
  const of = (...wanted: Part['status'][]) => own.filter((part) => wanted.includes(part.status))
  const handedIn = of('submitted')
  const finished = of('accepted', 'cancelled')
  const open = of('assigned', 'in_progress', 'returned')
  // Late first, then returned, then by name: the order of what to do.
  const rank = (part: Part) => (part.overdue ? 0 : part.status === 'returned' ? 1 : 2)
  const mine = (part: Part) => Number(part.unit.id === me.user.unit_id)
  open.sort((a, b) => mine(b) - mine(a) || rank(a) - rank(b) || compareVietnamese(a.unit.name, b.unit.name))
  for (const group of [handedIn, finished])
    group.sort((a, b) => mine(b) - mine(a) || compareVietnamese(a.unit.name, b.unit.name))
  const kind = own[0]?.unit.kind
  const what =
    own.every((p) => p.unit.kind === kind) && (kind === 'neighborhood' || kind === 'school') ? each[kind] : each.other
  const decide = task.each_unit && task.allowed_actions.includes('accept')
  const line = (part: Part) => (
    <li key={part.unit.id} className={styles.part} data-mine={part.unit.id === me.user.unit_id || undefined}>
      <span className={styles.name}>
        <strong>{part.unit.name}</strong>
        <span className="small muted">
          {part.reported_at ? t.part.reported(formatWhen(part.reported_at)) : t.part.never}
          {part.unit.id === me.user.unit_id ? ` · ${t.part.mine}` : ''}
        </span>
      </span>
      <span className={styles.progress}>
        <Progress value={part.progress} label={`${part.unit.name} ${part.progress}%`} />
      </span>
      <span className={styles.state}>
        <TaskTag status={part.status} />
      </span>
      {decide && part.status === 'submitted' ? (
        <span className={`${styles.acts} no-print`}>
          <Button size="sm" loading={busy === `accept${part.unit.id}`} onClick={() => void run('accept', part.unit.id)}>
            {t.part.accept}
          </Button>
          <Button size="sm" variant="default" onClick={() => void run('return', part.unit.id)}>
            {t.part.back}
          </Button>
        </span>
      ) : null}
    </li>
  )
  const waiting =
    handedIn.length > 0 ? (
      <>
        <h3 className={styles.group}>
          {t.part.handedIn} ({handedIn.length})
        </h3>
        <ul className={styles.list}>{handedIn.map(line)}</ul>
      </>
    ) : null
  return (
    <Card title={t.part.title} aside={<strong>{t.parts(task.parts_done, task.parts_total, what)}</strong>}>
      {decide ? waiting : null}
      {open.length > 0 ? (
        <>
          <div className={`row-between ${styles.group}`}>
            <h3>
              {t.part.waitingFor} ({open.length})
            </h3>
            {onRemind ? (
              <Button size="sm" variant="light" className="no-print" onClick={onRemind}>
                {t.part.remindThese(open.length)}
              </Button>
            ) : null}
          </div>
          <ul className={styles.list}>{open.map(line)}</ul>
        </>
      ) : null}
      {decide ? null : waiting}
      {finished.length > 0 ? (
        <details open={open.length + handedIn.length === 0 || undefined} className={styles.finished}>
          <summary>
            {t.part.finished} ({finished.length})
          </summary>
          <ul className={styles.list}>{finished.map(line)}</ul>
        </details>
      ) : null}
    </Card>
  )
}
