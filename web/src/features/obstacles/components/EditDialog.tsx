import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import * as z from 'zod/mini'
import type { Obstacle } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { isProblem } from '@/lib/problem'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Textarea, TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { StaleCompare } from '@/ui/StaleCompare'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { OBSTACLE_TOUCHES, patchObstacle } from '../queries'
import { obstacleTexts } from '../texts'

export function EditDialog({ obstacle, onClose }: { obstacle: Obstacle; onClose: () => void }) {
  const t = useTexts(obstacleTexts).form
  const queries = useQueryClient()
  const version = useRef(obstacle.version)
  const [newer, setNewer] = useState<Obstacle | null>(null)
  const house = useHouseForm({
    initial: { title: obstacle.title, description: obstacle.description },
    schema: z.object({ title: z.string().check(z.trim(), z.minLength(3, t.missing)) }),
    send: async (values) => {
      try {
        await patchObstacle(
          { id: obstacle.id, version: version.current },
          { title: nfc(values.title), description: nfc(values.description) },
        )
      } catch (error) {
        if (isProblem(error, 412) && error.current) return setNewer(error.current as Obstacle)
        throw error
      }
      for (const queryKey of OBSTACLE_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.saved)
      onClose()
    },
  })
  const labels = { title: t.what, description: t.details }
  if (newer) {
    const fields = (['title', 'description'] as const).filter((f) => house.values[f] !== newer[f])
    return (
      <StaleCompare
        differences={fields.map((f) => ({ field: f, label: labels[f], mine: house.values[f], theirs: newer[f] }))}
        onCancel={() => setNewer(null)}
        onResolve={(keepMine) => {
          version.current = newer.version
          for (const f of fields) if (!keepMine.has(f)) house.form.setFieldValue(f, newer[f])
          setNewer(null)
          setTimeout(() => void house.onSubmit(), 0)
        }}
      />
    )
  }
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
