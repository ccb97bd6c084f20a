/** Domain states as tags: the same word, shape and colour on every screen. */
import type { ObstacleStatus, Plan, Priority, TaskStatus, UnitRef } from '@/api/types'
import { formatDate, formatDayMonth } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { words } from '@/lib/words'
import { StatusTag, type Tone } from './StatusTag'

type Look = { tone: Tone; icon: Parameters<typeof StatusTag>[0]['icon'] }

const taskLook: Record<TaskStatus, Look> = {
  assigned: { tone: 'plain', icon: 'circle' },
  in_progress: { tone: 'blue', icon: 'clock' },
  submitted: { tone: 'orange', icon: 'eye' },
  accepted: { tone: 'green', icon: 'check' },
  returned: { tone: 'red', icon: 'back' },
  cancelled: { tone: 'plain', icon: 'ban' },
}

export function TaskTag({ status }: { status: TaskStatus }) {
  return <StatusTag {...taskLook[status]}>{useTexts(words).task[status]}</StatusTag>
}

const planLook: Record<Plan['status'], Look> = {
  draft: { tone: 'orange', icon: 'pencil' },
  published: { tone: 'blue', icon: 'clock' },
  closed: { tone: 'green', icon: 'check' },
}

export function PlanTag({ status }: { status: Plan['status'] }) {
  return <StatusTag {...planLook[status]}>{useTexts(words).plan[status]}</StatusTag>
}

const obstacleLook: Record<ObstacleStatus, Look> = {
  open: { tone: 'orange', icon: 'clock' },
  escalated: { tone: 'red', icon: 'up' },
  answered: { tone: 'blue', icon: 'eye' },
  closed: { tone: 'green', icon: 'check' },
}

export function ObstacleTag({ status }: { status: ObstacleStatus }) {
  return <StatusTag {...obstacleLook[status]}>{useTexts(words).obstacle[status]}</StatusTag>
}

export function PriorityTag({ priority }: { priority: Priority }) {
  const text = useTexts(words).priority[priority]
  if (priority === 'normal' || priority === 'low') return null
  return (
    <StatusTag tone={priority === 'urgent' ? 'red' : 'orange'} icon={priority === 'urgent' ? 'alert' : 'up'}>
      {text}
    </StatusTag>
  )
}

interface DueProps {
  task: { due_on: string; overdue: boolean; days_left: number; status: TaskStatus }
}

/** "Quá hạn 2 ngày (03/06)": lateness in words first, the date after; a line may break between them only. */
export function Due({ task }: DueProps) {
  const t = useTexts(words).due
  // Another year's date says which year.
  const date = Math.abs(task.days_left) > 180 ? formatDate(task.due_on) : formatDayMonth(task.due_on)
  if (task.status === 'accepted' || task.status === 'cancelled') {
    return <span className="num muted">{t.on(date)}</span>
  }
  if (task.overdue) {
    return (
      <span className="late">
        <span className="nowrap">{t.late(Math.abs(task.days_left))}</span> <span className="num">({date})</span>
      </span>
    )
  }
  if (task.days_left === 0) return <span className="today">{t.today}</span>
  if (task.days_left === 1) return <span className="today">{t.tomorrow}</span>
  return (
    <span className="muted">
      <span className="num">{t.on(date)}</span>
      {task.days_left > 0 && task.days_left <= 7 ? (
        <span className="nowrap"> ({t.left(task.days_left).toLowerCase()})</span>
      ) : null}
    </span>
  )
}

export function UnitTag({ unit }: { unit: UnitRef | null | undefined }) {
  return unit ? <span>{unit.name}</span> : null
}
