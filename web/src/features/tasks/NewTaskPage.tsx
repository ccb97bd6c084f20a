import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useCan, useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { readDraft, useDraft } from '@/lib/useDraft'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { TaskFields } from './components/TaskFields'
import { createTask, TASK_TOUCHES } from './queries'
import { createBody, emptyTask, taskSchema, type TaskValues } from './taskForm'
import { taskTexts } from './texts'

export default function NewTaskPage() {
  const can = useCan()
  if (!can('tasks', 'create')) return <ErrorState error={new ApiProblem(403, {})} />
  return <Form />
}

function Form() {
  const t = useTexts(taskTexts)
  const { me } = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [params] = useSearchParams()
  const draftKey = `${me.user.id}.task`
  const [sent, setSent] = useState(false)
  const house = useHouseForm<TaskValues>({
    initial: {
      ...emptyTask,
      ...readDraft<Partial<TaskValues>>(draftKey),
      ...(params.get('ke-hoach') ? { plan_id: params.get('ke-hoach'), section_id: params.get('muc') } : {}),
    },
    schema: taskSchema(t.form),
    send: async (values, key) => {
      const task = await createTask(createBody(values), key)
      setSent(true)
      for (const queryKey of TASK_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.form.created)
      void navigate(`/viec/${task.id}`, { replace: true })
    },
  })
  useDraft(draftKey, sent || !house.form.isDirty() ? null : house.values)
  return (
    <Page title={t.form.newTitle} back={{ to: '/viec', label: t.one.back }} narrow>
      <Card>
        <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
          {house.summary}
          <TaskFields house={house} />
          <div className="row">
            <Button type="submit" loading={house.busy}>
              {t.form.save}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                setSent(true)
                void navigate(-1)
              }}
            >
              {t.form.cancel}
            </Button>
          </div>
        </form>
      </Card>
    </Page>
  )
}
