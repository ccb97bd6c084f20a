import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import { unitsQuery } from '@/api/queries'
import type { Task } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { toast } from '@/ui/toast'
import { useEditForm } from '@/ui/useEditForm'
import { TaskFields } from './components/TaskFields'
import { patchTask, taskQuery, TASK_TOUCHES } from './queries'
import { fieldWords, patchBody, taskSchema, valuesOf } from './taskForm'
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
  const house = useEditForm({
    row: task,
    valuesOf,
    schema: taskSchema(t.form),
    words: fieldWords(t.form, (id) => units.data?.find((unit) => unit.id === id)?.name ?? id),
    send: async (values, from) => {
      const body = patchBody(from.values, values)
      if (Object.keys(body).length > 0) await patchTask(task.id, from.version, body)
      for (const queryKey of TASK_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.form.saved)
      void navigate(`/viec/${task.id}`, { replace: true })
    },
  })
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
      {house.compare}
    </Page>
  )
}
