import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconCamera, IconDots, IconPencil, IconPrinter } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import type { Task } from '@/api/types'
import { useSession } from '@/app/session'
import { formatDate, formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { words } from '@/lib/words'
import { Button, IconButton, LinkButton } from '@/ui/Button'
import { Card, Facts } from '@/ui/Card'
import { Menu } from '@/ui/Menu'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { Progress } from '@/ui/Progress'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { Due, PriorityTag, TaskTag } from '@/ui/tags'
import { RemindDialog } from './components/RemindDialog'
import { TaskEvents } from './components/TaskEvents'
import { TaskFeed } from './components/TaskFeed'
import { canReport } from './components/TaskList'
import { TaskObstacles } from './components/TaskObstacles'
import { TaskParts } from './components/TaskParts'
import { UpdateSheet } from './components/UpdateSheet'
import { lastView } from './filters'
import { taskQuery, updatesQuery } from './queries'
import { taskTexts } from './texts'
import { useTaskActs } from './useTaskActs'

export default function TaskPage() {
  const { id = '' } = useParams()
  const { me } = useSession()
  const query = useQuery(taskQuery(id, me.user.id))
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(task) => <TaskView key={task.id} task={task} />}
    </QueryView>
  )
}

function TaskView({ task }: { task: Task }) {
  const t = useTexts(taskTexts)
  const [params, setParams] = useSearchParams()
  const [sheet, setSheet] = useState<'update' | 'finish' | null>(params.get('cap-nhat') ? 'update' : null)
  const [remind, setRemind] = useState(false)
  useEffect(() => {
    if (params.get('cap-nhat')) setParams({}, { replace: true })
  }, [params, setParams])
  const may = (action: Task['allowed_actions'][number]) => task.allowed_actions.includes(action)
  return (
    <Page
      title={task.title}
      back={{ to: lastView.get(), label: t.one.back }}
      subtitle={
        <span className="row">
          <TaskTag status={task.status} />
          <PriorityTag priority={task.priority} />
          <Due task={task} />
        </span>
      }
      actions={<Actions task={task} onSheet={setSheet} onRemind={() => setRemind(true)} />}
    >
      {task.status === 'returned' && task.status_reason ? (
        <Notice tone="danger" title={t.one.returned}>
          <p className="pre">{task.status_reason}</p>
        </Notice>
      ) : task.my_part?.status === 'returned' ? (
        <MyPartReturned task={task} />
      ) : null}
      {task.status === 'cancelled' && task.status_reason ? (
        <Notice tone="warn" title={t.one.cancelled}>
          <p className="pre">{task.status_reason}</p>
        </Notice>
      ) : null}
      <div className="split">
        <div className="stack">
          {task.parts_total > 1 || task.each_unit ? (
            <TaskParts task={task} onRemind={may('remind') ? () => setRemind(true) : undefined} />
          ) : null}
          <TaskObstacles taskId={task.id} />
          <TaskFeed task={task} />
        </div>
        <div className="stack">
          <TaskFacts task={task} />
          <TaskEvents task={task} />
          <TaskWords task={task} />
        </div>
      </div>
      {sheet ? <UpdateSheet task={task} finish={sheet === 'finish'} onClose={() => setSheet(null)} /> : null}
      {remind ? <RemindDialog task={task} onClose={() => setRemind(false)} /> : null}
    </Page>
  )
}

/** The task goes on for the other units; what was said to one's own stands in the history. */
function MyPartReturned({ task }: { task: Task }) {
  const t = useTexts(taskTexts)
  const updates = useQuery(updatesQuery(task.id))
  const latest = updates.data?.items
    .filter((update) => update.status === 'returned' && update.unit?.id === task.my_part?.unit.id)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
  return (
    <Notice tone="danger" title={t.one.returned}>
      {latest ? <p className="pre">{latest.note}</p> : null}
    </Notice>
  )
}

interface ActionsProps {
  task: Task
  onSheet: (kind: 'update' | 'finish') => void
  onRemind: () => void
}

function Actions({ task, onSheet, onRemind }: ActionsProps) {
  const t = useTexts(taskTexts)
  const { can } = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { run, busy } = useTaskActs(task)
  const may = (action: Task['allowed_actions'][number]) => task.allowed_actions.includes(action)
  const obstacle = can('obstacles', 'create')
  // With parts, accepting and returning happen at the unit's row.
  const whole = !task.each_unit
  return (
    <>
      {may('accept') && whole ? (
        <Button loading={busy === 'accept'} onClick={() => void run('accept')}>
          {t.act.accept}
        </Button>
      ) : null}
      {may('return') && whole ? (
        <Button variant="default" onClick={() => void run('return')}>
          {t.act.return}
        </Button>
      ) : null}
      {canReport(task) ? (
        <Button leftSection={<IconCamera size={20} aria-hidden />} onClick={() => onSheet('update')}>
          {t.update}
        </Button>
      ) : null}
      {may('submit') ? (
        <Button variant="light" onClick={() => onSheet('finish')}>
          {t.act.submit}
        </Button>
      ) : null}
      {may('start') ? (
        <Button variant="default" loading={busy === 'start'} onClick={() => void run('start')}>
          {t.act.start}
        </Button>
      ) : null}
      {may('remind') ? (
        <Button variant="default" onClick={onRemind}>
          {t.act.remind}
        </Button>
      ) : null}
      {may('edit') ? (
        <LinkButton to={`/viec/${task.id}/sua`} variant="default" leftSection={<IconPencil size={18} aria-hidden />}>
          {t.one.edit}
        </LinkButton>
      ) : null}
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <IconButton label={t.act.more} tone="light">
            <IconDots size={20} aria-hidden />
          </IconButton>
        </Menu.Target>
        <Menu.Dropdown>
          {obstacle ? (
            <Menu.Item
              onClick={() => {
                queries.setQueryData(['tasks', 'title', task.id], task.title)
                void navigate(`/vuong-mac/moi?viec=${task.id}`)
              }}
            >
              {t.act.obstacle}
            </Menu.Item>
          ) : null}
          <Menu.Item
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => setTimeout(() => window.print(), 200)}
          >
            {t.one.print}
          </Menu.Item>
          {may('cancel') ? (
            <>
              <Menu.Divider />
              <Menu.Item color="red" onClick={() => void run('cancel')}>
                {t.act.cancel}
              </Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

function TaskFacts({ task }: { task: Task }) {
  const t = useTexts(taskTexts).one
  const priorities = useTexts(words).priority
  const joining = task.parts.filter((part) => !part.is_lead).map((part) => part.unit.name)
  return (
    <Card title={t.facts}>
      <div className="stack">
        <div>
          <p className="second">{t.progress}</p>
          <Progress value={task.progress} />
        </div>
        <Facts
          items={[
            [task.each_unit ? t.follow : t.lead, task.lead_unit.name],
            !task.each_unit && joining.length > 0 ? [t.joining, joining.join(', ')] : null,
            [t.due, formatDate(task.due_on)],
            task.starts_on ? [t.start, formatDate(task.starts_on)] : null,
            [t.priority, priorities[task.priority]],
            task.section_path
              ? [
                  t.section,
                  task.plan_id ? (
                    <Link key="s" to={`/ke-hoach/${task.plan_id}#muc-${task.section_id}`}>
                      {task.section_path}
                    </Link>
                  ) : (
                    task.section_path
                  ),
                ]
              : null,
            task.target !== null && task.target !== undefined
              ? [t.target, `${formatNumber(task.actual ?? 0)}/${formatNumber(task.target)} ${task.measure ?? ''}`]
              : null,
            task.evidence_required > 0
              ? [t.evidence, t.evidenceLine(task.evidence_count, task.evidence_required)]
              : null,
            task.upper_document
              ? [t.upper, t.upperLine(task.upper_document.number, formatDate(task.upper_document.date))]
              : null,
            task.last_reminded_at ? [t.reminded, formatInstant(task.last_reminded_at)] : null,
          ]}
        />
      </div>
    </Card>
  )
}

function TaskWords({ task }: { task: Task }) {
  const t = useTexts(taskTexts).one
  if (!task.description && !task.source) return null
  const same = task.description?.trim() === task.source?.trim()
  return (
    <Card title={t.description}>
      {task.description ? <p className="pre">{task.description}</p> : null}
      {task.source && !same ? (
        <details style={{ marginTop: 12 }}>
          <summary>{t.source}</summary>
          <p className="pre second" style={{ marginTop: 8 }}>
            {task.source}
          </p>
        </details>
      ) : null}
    </Card>
  )
}
