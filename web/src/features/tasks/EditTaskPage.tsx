import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { unitsQuery } from '@/api/queries'
import type { Task } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { ApiProblem, isProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { StaleCompare } from '@/ui/StaleCompare'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { TaskFields } from './components/TaskFields'
import { patchTask, taskQuery, TASK_TOUCHES } from './queries'
import { differences, merged, patchBody, taskSchema, valuesOf, type TaskValues } from './taskForm'
import { taskTexts } from './texts'

export default function EditTaskPage() {
  const { id = '' } = useParams()
  const { me } = useSession()
  const query = useQuery({ ...taskQuery(id, me.user.id), refetchOnWindowFocus: false, refetchOnReconnect: false })
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(task) =>
        task.allowed_actions.includes('edit') ? (
          <Form key={task.id} task={task} />
        ) : (
          <ErrorState error={new ApiProblem(403, {})} />
        )
      }
    </QueryView>
  )
}

function Form({ task }: { task: Task }) {
  const t = useTexts(taskTexts)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const units = useQuery(unitsQuery)
  // What the form began with; moves on when a newer version is merged in.
  const [base, setBase] = useState(() => ({ version: task.version, values: valuesOf(task) }))
  // The send that follows a merge runs in the same tick and must see the new version.
  const sendFrom = useRef(base)
  const [newer, setNewer] = useState<Task | null>(null)
  const finish = () => {
    for (const queryKey of TASK_TOUCHES) void queries.invalidateQueries({ queryKey })
    toast.ok(t.form.saved)
    void navigate(`/viec/${task.id}`, { replace: true })
  }
  const house = useHouseForm<TaskValues>({
    initial: base.values,
    schema: taskSchema(t.form),
    send: async (values) => {
      const body = patchBody(sendFrom.current.values, values)
      if (Object.keys(body).length === 0) return finish()
      try {
        await patchTask(task.id, sendFrom.current.version, body)
        finish()
      } catch (error) {
        if (isProblem(error, 412) && error.current) setNewer(error.current as Task)
        else throw error
      }
    },
  })
  const unitName = (id: string) => units.data?.find((unit) => unit.id === id)?.name ?? id
  const labels: Partial<Record<keyof TaskValues, string>> = {
    title: t.form.title,
    description: t.form.description,
    lead_unit_id: t.form.lead,
    joining_unit_ids: t.form.joining,
    each_unit: t.form.each,
    starts_on: t.form.start,
    due_on: t.form.due,
    priority: t.form.priority,
    target: t.form.target,
    measure: t.form.measure,
    evidence_required: t.form.evidence,
    section_id: t.form.section,
    upper_number: t.form.upperNumber,
    upper_date: t.form.upperDate,
  }
  return (
    <Page title={t.form.editTitle} back={{ to: `/viec/${task.id}`, label: task.title }} narrow>
      <Card>
        <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
          {house.summary}
          <TaskFields house={house} fixedPlan />
          <div className="row">
            <Button type="submit" loading={house.busy}>
              {t.form.save}
            </Button>
            <Button variant="default" onClick={() => void navigate(-1)}>
              {t.form.cancel}
            </Button>
          </div>
        </form>
      </Card>
      {newer ? (
        <StaleCompare
          differences={differences(base.values, house.values, valuesOf(newer), unitName).map((d) => ({
            ...d,
            label: labels[d.field] ?? d.field,
          }))}
          onCancel={() => setNewer(null)}
          onResolve={(keepMine) => {
            const theirs = valuesOf(newer)
            const untouched = (Object.keys(theirs) as (keyof TaskValues)[]).filter(
              (field) => JSON.stringify(house.values[field]) === JSON.stringify(theirs[field]),
            )
            const next = merged(house.values, theirs, new Set([...keepMine, ...untouched]))
            sendFrom.current = { version: newer.version, values: theirs }
            setBase(sendFrom.current)
            house.form.setValues(next)
            setNewer(null)
            // The values land in the form's state first.
            setTimeout(() => void house.onSubmit(), 0)
          }}
        />
      ) : null}
    </Page>
  )
}
