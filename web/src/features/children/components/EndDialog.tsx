import * as z from 'zod/mini'
import type { Child, Circumstance } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { Textarea } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { endCircumstance } from '../queries'
import { childTexts } from '../texts'
import { useTakeChild } from '../useChildActs'

interface EndDialogProps {
  child: Child
  one: Circumstance
  onClose: () => void
}

export function EndDialog({ child, one, onClose }: EndDialogProps) {
  const t = useTexts(childTexts).circumstance
  const { today } = useSession()
  const take = useTakeChild()
  const house = useHouseForm<{ to_date: string | null; note: string }>({
    initial: { to_date: today, note: '' },
    schema: z.object({
      to_date: z.string(t.endMissing).check(z.refine((day) => day >= one.from_date, t.order)),
    }),
    send: async ({ to_date, note }, key) => {
      take(await endCircumstance(child.id, one.id, key, { to_date: to_date!, note: nfc(note) }))
      toast.ok(t.ended)
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={t.endTitle} size="md">
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate autoComplete="off">
        {house.summary}
        <p>{one.label}</p>
        <DateField label={t.endOn} {...house.field('to_date')} />
        <Textarea label={t.note} autosize minRows={2} maxLength={2000} {...house.field('note')} />
        <div>
          <Button type="submit" loading={house.busy}>
            {t.end}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
