import { IconCamera } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { Task } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { words } from '@/lib/words'
import { Button } from '@/ui/Button'
import { DataTable, type Column } from '@/ui/DataTable'
import { Progress } from '@/ui/Progress'
import { Due, PriorityTag, TaskTag } from '@/ui/tags'
import { taskTexts } from '../texts'
import styles from './TaskList.module.css'

interface TaskListProps {
  tasks: Task[]
  sort?: string
  onSort: (sort: string) => void
  onUpdate: (task: Task) => void
  selection?: { chosen: Set<string>; onChange: (next: Set<string>) => void }
  more: { total: number; loading: boolean; onMore: () => void }
}

/** Who does it: the lead, or how many of all have finished. */
export function TaskUnits({ task }: { task: Task }) {
  const t = useTexts(taskTexts)
  const each = useTexts(words).kindEach
  if (!task.each_unit) return <span>{task.lead_unit.name}</span>
  const kinds = new Set(task.parts.filter((part) => !part.is_lead).map((part) => part.unit.kind))
  const [kind] = kinds
  const what = kinds.size === 1 && (kind === 'neighborhood' || kind === 'school') ? each[kind] : each.other
  return <span>{t.parts(task.parts_done, task.parts_total, what)}</span>
}

export function canReport(task: Pick<Task, 'allowed_actions'>): boolean {
  return task.allowed_actions.includes('update') || task.allowed_actions.includes('submit')
}

export function TaskList({ tasks, sort, onSort, onUpdate, selection, more }: TaskListProps) {
  const t = useTexts(taskTexts)
  const columns: Column<Task>[] = [
    {
      key: 'title',
      header: t.column.title,
      sort: 'title',
      cell: (task) => (
        <>
          <Link to={`/viec/${task.id}`} className={styles.title}>
            {task.title}
          </Link>
          <span className={styles.second}>
            <span className="small muted">{task.section_path}</span>
            <PriorityTag priority={task.priority} />
          </span>
        </>
      ),
    },
    { key: 'unit', header: t.column.unit, width: '18%', cell: (task) => <TaskUnits task={task} /> },
    { key: 'due', header: t.column.due, sort: 'due_on', width: '190px', cell: (task) => <Due task={task} /> },
    { key: 'status', header: t.column.status, width: '130px', cell: (task) => <TaskTag status={task.status} /> },
    { key: 'progress', header: t.column.progress, width: '150px', cell: (task) => <Progress value={task.progress} /> },
  ]
  return (
    <DataTable
      caption={t.title}
      columns={columns}
      rows={tasks}
      rowKey={(task) => task.id}
      sort={sort}
      onSort={onSort}
      more={more}
      selection={selection ? { ...selection, label: (task) => task.title } : undefined}
      card={(task) => (
        <div className={styles.card}>
          <Link to={`/viec/${task.id}`} className={styles.cardTitle}>
            {task.title}
          </Link>
          <p className={styles.line}>
            <TaskUnits task={task} />
            <Due task={task} />
          </p>
          <div className="row-between">
            <span className="row">
              <TaskTag status={task.my_part?.status ?? task.status} />
              <PriorityTag priority={task.priority} />
            </span>
            {canReport(task) ? (
              <Button
                variant="light"
                leftSection={<IconCamera size={18} aria-hidden />}
                onClick={() => onUpdate(task)}
                aria-label={`${t.update}: ${task.title}`}
              >
                {t.update}
              </Button>
            ) : null}
          </div>
        </div>
      )}
    />
  )
}
