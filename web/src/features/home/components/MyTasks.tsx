import { Link } from 'react-router'
import type { DashTask } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { Due, TaskTag } from '@/ui/tags'
import { homeTexts } from '../texts'
import styles from './rows.module.css'

/** How it stands for the reader: their own part when there is one. */
export function statusOf(task: DashTask): DashTask['status'] {
  return task.my_part?.status ?? task.status
}

/** Returned and late first: the order of harm. */
export function rankOf(task: DashTask): number {
  const status = statusOf(task)
  if (status === 'returned') return 0
  if (status === 'submitted') return 4
  if (task.overdue) return 1
  if (task.days_left <= 1) return 2
  return 3
}

export function MyTasks({ tasks }: { tasks: DashTask[] }) {
  const t = useTexts(homeTexts).mine
  const ordered = tasks.toSorted((a, b) => rankOf(a) - rankOf(b) || a.days_left - b.days_left).slice(0, 8)
  return (
    <Card title={t.title} aside={<Link to="/viec?cua-toi=1">{t.all}</Link>}>
      {tasks.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyBody}</EmptyState>
      ) : (
        <ul className={styles.rows}>
          {ordered.map((task) => (
            <li key={task.id} className={styles.row}>
              <span className={styles.text}>
                <Link to={`/viec/${task.id}`} className={styles.title}>
                  {task.title}
                </Link>
                <span className={styles.meta}>
                  <span className={styles.state}>
                    <TaskTag status={statusOf(task)} />
                  </span>
                  <Due task={task} />
                </span>
              </span>
              <Next task={task} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Next({ task }: { task: DashTask }) {
  const t = useTexts(homeTexts).mine
  const status = statusOf(task)
  if (status === 'submitted') return <span className="second nowrap">{t.waiting}</span>
  const may = (action: DashTask['allowed_actions'][number]) => task.allowed_actions.includes(action)
  if (may('update') || may('submit')) {
    return (
      <LinkButton to={`/viec/${task.id}?cap-nhat=1`} size="sm" variant={task.overdue ? 'filled' : 'light'}>
        {status === 'returned' ? t.fix : t.update}
      </LinkButton>
    )
  }
  return (
    <LinkButton to={`/viec/${task.id}`} size="sm" variant="light">
      {may('start') ? t.start : t.open}
    </LinkButton>
  )
}
