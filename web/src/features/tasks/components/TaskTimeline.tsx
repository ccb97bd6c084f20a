import { Link } from 'react-router'
import type { Task } from '@/api/types'
import { addDays, daysBetween, formatDate, formatDayMonth, formatRange } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { usePhone } from '@/ui/DataTable'
import { Due, TaskTag } from '@/ui/tags'
import { uiTexts } from '@/ui/texts'
import { taskTexts } from '../texts'
import { TaskUnits } from './TaskList'
import styles from './TaskTimeline.module.css'

interface TaskTimelineProps {
  tasks: Task[]
  today: string
  more: { total: number; loading: boolean; onMore: () => void }
}

/** Days. */
const NEAR = 45

/** Bars over the days on the desk; on the phone the same order as groups by when it is due. */
export function TaskTimeline({ tasks, today, more }: TaskTimelineProps) {
  const ui = useTexts(uiTexts)
  const phone = usePhone()
  return (
    <div className="stack">
      {phone ? <Agenda tasks={tasks} today={today} /> : <Bars tasks={tasks} today={today} />}
      {tasks.length < more.total ? (
        <Button variant="default" loading={more.loading} onClick={more.onMore} style={{ alignSelf: 'center' }}>
          {ui.loadMore(tasks.length, more.total)}
        </Button>
      ) : null}
    </div>
  )
}

export function span(tasks: Pick<Task, 'starts_on' | 'due_on'>[], today: string): { from: string; days: number } {
  let from = tasks[0]?.starts_on ?? tasks[0]?.due_on ?? today
  let to = tasks[0]?.due_on ?? today
  for (const task of tasks) {
    const start = task.starts_on ?? task.due_on
    if (start < from) from = start
    if (task.due_on > to) to = task.due_on
  }
  // Today belongs to the picture while it is near: a plan of another year is shown in its own days.
  if (today < from && daysBetween(today, from) <= NEAR) from = today
  if (today > to && daysBetween(to, today) <= NEAR) to = today
  // A task that began long ago must not squeeze the month that matters.
  if (daysBetween(from, to) > 120)
    from = addDays(to, -120) > addDays(today, -30) && today <= to ? addDays(today, -30) : addDays(to, -120)
  return { from: addDays(from, -1), days: daysBetween(from, to) + 3 }
}

function Bars({ tasks, today }: { tasks: Task[]; today: string }) {
  const t = useTexts(taskTexts).timeline
  const { from, days } = span(tasks, today)
  const percent = (date: string) => (Math.max(0, Math.min(days, daysBetween(from, date))) / days) * 100
  const end = addDays(from, days)
  const shows = today >= from && today <= end
  const step = days > 70 ? 14 : days > 21 ? 7 : 2
  const marks = Array.from({ length: Math.floor(days / step) }, (_, i) => addDays(from, i * step + 1))
  return (
    <Card flush>
      <div className={styles.grid}>
        <div className={`${styles.row} ${styles.scale}`} aria-hidden>
          <span className="small muted">{formatRange(addDays(from, 1), addDays(end, -2))}</span>
          <span className={styles.track}>
            {marks.map((mark) => (
              <span key={mark} className={styles.mark} style={{ left: `${percent(mark)}%` }}>
                {formatDayMonth(mark)}
              </span>
            ))}
            {shows ? (
              <span
                className={styles.todayName}
                style={{ left: `${percent(today)}%`, transform: `translateX(-${percent(today)}%)` }}
              >
                {t.today}
              </span>
            ) : null}
          </span>
        </div>
        <ul className={styles.rows}>
          {tasks.map((task) => {
            const start = task.starts_on ?? task.due_on
            const outside = task.due_on < from || start > end
            const left = percent(start)
            const width = Math.max(1.2, percent(addDays(task.due_on, 1)) - left)
            const look =
              task.status === 'accepted'
                ? styles.done
                : task.overdue
                  ? styles.late
                  : task.status === 'cancelled'
                    ? styles.gone
                    : styles.open
            return (
              <li key={task.id} className={styles.row}>
                <span className={styles.name}>
                  <Link to={`/viec/${task.id}`}>{task.title}</Link>
                  <span className="small muted">
                    <TaskUnits task={task} /> <Due task={task} />
                  </span>
                </span>
                <span className={styles.track}>
                  {shows ? <span className={styles.today} style={{ left: `${percent(today)}%` }} /> : null}
                  {outside ? null : (
                    <span
                      className={`${styles.bar} ${look}`}
                      style={{ left: `${left}%`, width: `${width}%` }}
                      role="img"
                      aria-label={t.bar(task.title, formatDate(start), formatDate(task.due_on))}
                    >
                      <span className={styles.filled} style={{ width: `${task.progress}%` }} />
                    </span>
                  )}
                </span>
              </li>
            )
          })}
        </ul>
      </div>
    </Card>
  )
}

function Agenda({ tasks, today }: { tasks: Task[]; today: string }) {
  const t = useTexts(taskTexts).timeline
  const closed = (task: Task) => task.status === 'accepted' || task.status === 'cancelled'
  const week = addDays(today, 7)
  const groups: [string, Task[]][] = [
    [t.late, tasks.filter((x) => !closed(x) && x.due_on < today)],
    [t.today, tasks.filter((x) => !closed(x) && x.due_on === today)],
    [t.thisWeek, tasks.filter((x) => !closed(x) && x.due_on > today && x.due_on <= week)],
    [t.later, tasks.filter((x) => !closed(x) && x.due_on > week)],
    [t.done, tasks.filter(closed)],
  ]
  return (
    <>
      {groups.map(([name, own]) =>
        own.length > 0 ? (
          <Card key={name} title={`${name} (${own.length})`}>
            <ul className={styles.agenda}>
              {own.map((task) => (
                <li key={task.id}>
                  <Link to={`/viec/${task.id}`} className={styles.agendaLink}>
                    <strong>{task.title}</strong>
                    <span className="row">
                      <TaskTag status={task.status} />
                      <Due task={task} />
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </Card>
        ) : null,
      )}
    </>
  )
}
