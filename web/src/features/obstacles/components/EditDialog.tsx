import { useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { Obstacle } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { changed } from '@/lib/merge'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Textarea, TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { toast } from '@/ui/toast'
import { useEditForm } from '@/ui/useEditForm'
import { OBSTACLE_TOUCHES, patchObstacle } from '../queries'
import { obstacleTexts } from '../texts'

export function EditDialog({ obstacle, onClose }: { obstacle: Obstacle; onClose: () => void }) {
  const t = useTexts(obstacleTexts).form
  const queries = useQueryClient()
  const house = useEditForm({
    row: obstacle,
    valuesOf: ({ title, description }: Obstacle) => ({ title, description }),
    words: {
      labels: { title: t.what, description: t.details },
      show: (field, values) => values[field],
    },
    schema: z.object({ title: z.string().check(z.trim(), z.minLength(3, t.missing)) }),
    send: async (values, from) => {
      const written = { title: nfc(values.title), description: nfc(values.description) }
      await patchObstacle({ id: obstacle.id, version: from.version }, changed(from.values, written))
      for (const queryKey of OBSTACLE_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.saved)
      onClose()
    },
  })
  if (house.compare) return house.compare
  return (
    <Modal opened onClose={onClose} title={t.editTitle}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <TextInput label={t.what} maxLength={200} {...house.field('title')} />
        <Textarea label={t.details} autosize minRows={4} maxLength={4000} {...house.field('description')} />
        <div>
          <Button type="submit" loading={house.busy}>
            {t.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
