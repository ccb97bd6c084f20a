import { useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { EventRegistration, EventWithdrawal } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Textarea } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { partTexts } from '../partTexts'
import { peopleKey, withdraw } from '../queries'

interface WithdrawProps {
  event: string
  one: EventRegistration
  onClose: () => void
}

export function WithdrawDialog({ event, one, onClose }: WithdrawProps) {
  const t = useTexts(partTexts)
  const queries = useQueryClient()
  const house = useHouseForm({
    initial: { by: null as string | null, reason: '' },
    schema: z.object({
      by: z.string(t.byMissing),
      reason: z.string().check(z.trim(), z.minLength(1, t.reasonMissing)),
    }),
    send: async ({ by, reason }, key) => {
      const body = { by: by as EventWithdrawal['by'], reason: nfc(reason) }
      const done = await withdraw(event, one.child_id, body, key)
      toast.ok(t.withdrawn(done.moved_up))
      void queries.invalidateQueries({ queryKey: peopleKey(event) })
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={t.withdrawOf(one.full_name)} size="md">
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <Select
          label={t.by}
          data={Object.entries(t.byWords).map(([value, label]) => ({ value, label }))}
          {...house.field('by')}
        />
        <Textarea label={t.reason} autosize minRows={2} maxLength={500} {...house.field('reason')} />
        <div>
          <Button type="submit" color="red" loading={house.busy}>
            {t.withdraw}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
