import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as z from 'zod/mini'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Modal } from '@/ui/Modal'
import { Notice } from '@/ui/Notice'
import { toast } from '@/ui/toast'
import { PlaceSelect } from '@/ui/UnitSelect'
import { useHouseForm } from '@/ui/useHouseForm'
import { prepareHandovers, SUMMER_TOUCHES } from '../queries'
import { summerTexts } from '../texts'

/** A school speaks for itself; the ward's side may prepare for a school that has no computer. */
export function PrepareDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const t = useTexts(summerTexts).prepare
  const { me } = useSession()
  const queries = useQueryClient()
  const school = me.user.role === 'school'
  const [without, setWithout] = useState(0)
  const house = useHouseForm<{ school_id: string | null }>({
    initial: { school_id: null },
    schema: school ? undefined : z.object({ school_id: z.string(t.schoolMissing) }),
    send: async (values, key) => {
      const made = await prepareHandovers(year, values.school_id ?? undefined, key)
      for (const queryKey of SUMMER_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.done(made.made, made.children_added))
      if (made.without_neighborhood > 0) setWithout(made.without_neighborhood)
      else onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={t.title(year)} size="md">
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <p>{t.body}</p>
        {without > 0 ? <Notice tone="warn">{t.without(without)}</Notice> : null}
        {school ? null : <PlaceSelect kind="school" label={t.school} {...house.field('school_id')} />}
        <div>
          <Button type="submit" loading={house.busy}>
            {t.go}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
