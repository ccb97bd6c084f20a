import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import * as z from 'zod/mini'
import { useCan, useSession } from '@/app/session'
import { newId } from '@/lib/ids'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { nfc } from '@/lib/text'
import { readDraft, useDraft } from '@/lib/useDraft'
import { outbox } from '@/offline/useOutbox'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { Textarea, TextInput } from '@/ui/inputs'
import { Page } from '@/ui/Page'
import { PhotoButton } from '@/ui/PhotoButton'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { OBSTACLE_TOUCHES, openTasksQuery } from './queries'
import { obstacleTexts } from './texts'

export default function NewObstaclePage() {
  const can = useCan()
  if (!can('obstacles', 'create')) return <ErrorState error={new ApiProblem(403, {})} />
  return <Form />
}

interface Values {
  title: string
  description: string
  task_id: string | null
}

/** Goes through the outbox: an obstacle is often met where there is no signal. */
function Form() {
  const t = useTexts(obstacleTexts).form
  const back = useTexts(obstacleTexts).back
  const { me } = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [params] = useSearchParams()
  const taskId = params.get('viec')
  const tasks = useQuery(openTasksQuery)
  const [files, setFiles] = useState<File[]>([])
  const draftKey = `${me.user.id}.obstacle`
  const [sent, setSent] = useState(false)
  const house = useHouseForm<Values>({
    initial: { title: '', description: '', ...readDraft<Partial<Values>>(draftKey), task_id: taskId },
    schema: z.object({ title: z.string().check(z.trim(), z.minLength(3, t.missing)) }),
    send: async (values) => {
      const result = await outbox.send({
        kind: 'obstacle',
        object: `obstacle:${newId()}`,
        title: nfc(values.title),
        body: { title: nfc(values.title), description: nfc(values.description), task_id: values.task_id },
        files,
      })
      if (result.outcome === 'held') {
        await outbox.remove(result.job)
        throw new ApiProblem(result.job.problem?.status ?? 400, {
          code: result.job.problem?.code,
          detail: result.job.problem?.message || t.refused,
        })
      }
      setSent(true)
      for (const queryKey of OBSTACLE_TOUCHES) void queries.invalidateQueries({ queryKey })
      if (result.outcome === 'sent') toast.ok(t.sent)
      else toast.info(t.queued)
      void navigate(taskId ? `/viec/${taskId}` : '/vuong-mac', { replace: true })
    },
  })
  useDraft(draftKey, sent || !house.form.isDirty() ? null : house.values)
  // The list of choices may be out of reach (no network): the task from the address stays chosen by name.
  const known = tasks.data?.some((task) => task.value === taskId)
  const title = queries.getQueryData<string>(['tasks', 'title', taskId])
  const choices = [...(tasks.data ?? []), ...(taskId && !known ? [{ value: taskId, label: title ?? taskId }] : [])]
  return (
    <Page title={t.title} subtitle={t.intro} back={{ to: '/vuong-mac', label: back }} narrow>
      <Card>
        <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
          {house.summary}
          <TextInput label={t.what} description={t.whatHint} maxLength={200} {...house.field('title')} />
          <Textarea
            label={t.details}
            autosize
            minRows={4}
            maxRows={14}
            maxLength={4000}
            {...house.field('description')}
          />
          <Select
            label={t.task}
            placeholder={t.noTask}
            searchable
            clearable
            data={choices}
            {...house.field('task_id')}
          />
          <PhotoButton files={files} onChange={setFiles} documents />
          <Button type="submit" loading={house.busy}>
            {t.send}
          </Button>
        </form>
      </Card>
    </Page>
  )
}
