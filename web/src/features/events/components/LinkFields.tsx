import { useQuery } from '@tanstack/react-query'
import { useCan } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Card } from '@/ui/Card'
import { Checkbox } from '@/ui/inputs'
import { Select } from '@/ui/Select'
import { eventFormTexts } from '../formTexts'
import { oneTaskQuery, openTasksQuery, sectionsQuery } from '../queries'
import type { House } from './EventFields'

/** The task and the section of the plan that the event carries out, and whether the public sees it. */
export function LinkFields({ house }: { house: House }) {
  const t = useTexts(eventFormTexts)
  const can = useCan()
  const { field, checkbox, values, form } = house
  const open = useQuery({ ...openTasksQuery, enabled: can('tasks', 'read') })
  // A task that is done or far down the list is still the event's own.
  const own = useQuery({ ...oneTaskQuery(values.task_id), retry: false })
  const sections = useQuery({ ...sectionsQuery, enabled: can('plans', 'read') })
  const tasks = (open.data ?? []).filter((task) => task.id !== values.task_id)
  const choices = [...(own.data ? [own.data] : []), ...tasks]
  return (
    <Card title={t.sections.links}>
      <div className="stack">
        {can('tasks', 'read') ? (
          <Select
            label={t.task}
            placeholder={t.noTask}
            searchable
            clearable
            data={choices.map((task) => ({ value: task.id, label: task.title }))}
            {...field('task_id')}
            onChange={(id) => {
              const section = choices.find((task) => task.id === id)?.section_id
              if (section) form.setFieldValue('section_id', section)
              form.setFieldValue('task_id', id)
            }}
          />
        ) : null}
        {can('plans', 'read') ? (
          <Select
            label={t.section}
            placeholder={t.noSection}
            searchable
            clearable
            data={(sections.data?.sections ?? []).map((s) => ({ value: s.id, label: `${s.path}. ${s.title}` }))}
            {...field('section_id')}
          />
        ) : null}
        <Checkbox label={t.public} description={t.publicHint} {...checkbox('is_public')} />
      </div>
    </Card>
  )
}
