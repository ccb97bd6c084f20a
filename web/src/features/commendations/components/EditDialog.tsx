import { useQuery, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { Commendation } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { ApiProblem, isProblem } from '@/lib/problem'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Textarea, TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { MultiSelect } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { acceptedTasksQuery, COMMENDATION_TOUCHES, patchCommendation } from '../queries'
import { commendationTexts } from '../texts'

export function EditDialog({ row, onClose }: { row: Commendation; onClose: () => void }) {
  const t = useTexts(commendationTexts).form
  const queries = useQueryClient()
  const tasks = useQuery(acceptedTasksQuery)
  const refresh = () => COMMENDATION_TOUCHES.map((queryKey) => void queries.invalidateQueries({ queryKey }))
  const house = useHouseForm({
    initial: { form: row.form, achievement: row.achievement, task_ids: row.tasks.map((task) => task.id) },
    schema: z.object({
      form: z.string().check(z.trim(), z.minLength(1, t.formMissing)),
      achievement: z.string().check(z.trim(), z.minLength(1, t.achievementMissing)),
    }),
    send: async (values) => {
      try {
        await patchCommendation(row, {
          form: nfc(values.form),
          achievement: nfc(values.achievement),
          task_ids: values.task_ids,
        })
      } catch (error) {
        if (!isProblem(error, 412)) throw error
        refresh()
        throw new ApiProblem(412, { code: 'stale', detail: t.stale })
      }
      refresh()
      toast.ok(t.saved)
      onClose()
    },
  })
  const known = row.tasks.map((task) => ({ value: task.id, label: task.title }))
  const others = (tasks.data ?? []).filter((task) => known.every((one) => one.value !== task.value))
  return (
    <Modal opened onClose={onClose} title={t.edit}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <TextInput label={t.form} description={t.formHint} maxLength={80} {...house.field('form')} />
        <Textarea label={t.achievement} autosize minRows={3} maxLength={4000} {...house.field('achievement')} />
        <MultiSelect label={t.tasks} searchable clearable data={[...known, ...others]} {...house.field('task_ids')} />
        <Button type="submit" loading={house.busy}>
          {t.saveEdit}
        </Button>
      </form>
    </Modal>
  )
}
