import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Task } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button, IconButton } from '@/ui/Button'
import { usePhone } from '@/ui/DataTable'
import { Menu } from '@/ui/Menu'
import { Progress } from '@/ui/Progress'
import { SegmentedControl } from '@/ui/Segmented'
import { Due, PriorityTag, TaskTag } from '@/ui/tags'
import { uiTexts } from '@/ui/texts'
import { taskTexts } from '../texts'
import { useTaskActs, type Act } from '../useTaskActs'
import styles from './TaskBoard.module.css'
import { canReport, TaskUnits } from './TaskList'

type ColumnName = 'todo' | 'doing' | 'review' | 'done'
const COLUMNS: Record<ColumnName, Task['status'][]> = {
  todo: ['assigned'],
  doing: ['in_progress', 'returned'],
  review: ['submitted'],
  done: ['accepted'],
}

interface TaskBoardProps {
  tasks: Task[]
  onUpdate: (task: Task) => void
  more: { total: number; loading: boolean; onMore: () => void }
}

export function TaskBoard({ tasks, onUpdate, more }: TaskBoardProps) {
  const t = useTexts(taskTexts)
  const ui = useTexts(uiTexts)
  const phone = usePhone()
  const columns = Object.keys(COLUMNS) as ColumnName[]
  const of = (column: ColumnName) => tasks.filter((task) => COLUMNS[column].includes(task.status))
  const [current, setCurrent] = useState<ColumnName>('doing')
  const shown = phone ? [current] : columns
  return (
    <div className="stack">
      {phone ? (
        <SegmentedControl
          fullWidth
          aria-label={t.filter.status}
          value={current}
          onChange={(next) => setCurrent(next as ColumnName)}
          data={columns.map((column) => ({ value: column, label: `${t.board[column]} ${of(column).length}` }))}
        />
      ) : null}
      <div className={styles.board}>
        {shown.map((column) => (
          <section key={column} className={styles.column} aria-labelledby={`col-${column}`}>
            <div className={styles.head}>
              <h2 id={`col-${column}`}>{t.board[column]}</h2>
              <span className={styles.count}>{of(column).length}</span>
            </div>
            {of(column).length === 0 ? <p className={styles.none}>{t.empty.column}</p> : null}
            <ul className={styles.cards}>
              {of(column).map((task) => (
                <li key={task.id} className={styles.card}>
                  <BoardCard task={task} onUpdate={onUpdate} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {tasks.length < more.total ? (
        <Button variant="default" loading={more.loading} onClick={more.onMore} style={{ alignSelf: 'center' }}>
          {ui.loadMore(tasks.length, more.total)}
        </Button>
      ) : null}
    </div>
  )
}

function BoardCard({ task, onUpdate }: { task: Task; onUpdate: (task: Task) => void }) {
  const t = useTexts(taskTexts)
  const { run } = useTaskActs(task)
  const moves: [Act, string][] = (
    [
      ['start', t.board.doing],
      ['accept', t.board.done],
      ['return', t.act.return],
    ] as [Act, string][]
  ).filter(([act]) => task.allowed_actions.includes(act))
  return (
    <>
      <div className={styles.top}>
        <Link to={`/viec/${task.id}`} className={styles.title}>
          {task.title}
        </Link>
        {moves.length > 0 ? (
          <Menu position="bottom-end">
            <Menu.Target>
              <IconButton label={t.board.moveOf(task.title)} className={styles.dots}>
                <IconDots size={20} aria-hidden />
              </IconButton>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{t.board.move}</Menu.Label>
              {moves.map(([act, label]) => (
                <Menu.Item key={act} onClick={() => void run(act)}>
                  {label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </div>
      <p className="second">
        <TaskUnits task={task} />
      </p>
      <p style={{ fontSize: 15 }}>
        <Due task={task} />
      </p>
      {task.status === 'returned' || task.priority === 'urgent' || task.priority === 'high' ? (
        <p className="row">
          {task.status === 'returned' ? <TaskTag status="returned" /> : null}
          <PriorityTag priority={task.priority} />
        </p>
      ) : null}
      {task.progress > 0 && task.status !== 'accepted' ? <Progress value={task.progress} /> : null}
      {canReport(task) ? (
        <Button size="sm" variant="light" onClick={() => onUpdate(task)} aria-label={`${t.update}: ${task.title}`}>
          {t.update}
        </Button>
      ) : null}
    </>
  )
}
