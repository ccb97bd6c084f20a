import { useQuery, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { comparePeople, nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { Textarea } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { createDelegation, peopleQuery } from '../queries'
import { adminTexts } from '../texts'

interface Values {
  from_user_id: string | null
  to_user_id: string | null
  starts_on: string | null
  ends_on: string | null
  reason: string
}

export function DelegationDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(adminTexts).delegations
  const { me, today } = useSession()
  const queries = useQueryClient()
  const people = useQuery(peopleQuery)
  const own = me.user.role === 'leader'
  const sorted = (people.data ?? []).toSorted((a, b) => comparePeople(a.full_name, b.full_name))
  // Only leaders sign for each other.
  const leaders = sorted
    .filter((user) => user.role === 'leader')
    .map((user) => ({ value: user.id, label: [user.full_name, user.position].filter(Boolean).join(', ') }))
  const house = useHouseForm<Values>({
    initial: { from_user_id: own ? me.user.id : null, to_user_id: null, starts_on: today, ends_on: null, reason: '' },
    schema: z
      .object({
        from_user_id: z.string(t.missingFrom),
        to_user_id: z.string(t.missingTo),
        starts_on: z.string(t.missingStart),
        ends_on: z.string(t.missingEnd),
        reason: z.string().check(z.trim(), z.minLength(3, t.missingReason)),
      })
      .check(
        z.refine((v) => v.from_user_id !== v.to_user_id, { message: t.same, path: ['to_user_id'] }),
        z.refine((v) => v.starts_on <= v.ends_on, { message: t.wrongOrder, path: ['ends_on'] }),
      ),
    send: async (values, key) => {
      await createDelegation(
        {
          from_user_id: own ? undefined : (values.from_user_id ?? undefined),
          to_user_id: values.to_user_id!,
          starts_on: values.starts_on!,
          ends_on: values.ends_on!,
          reason: nfc(values.reason),
        },
        key,
      )
      void queries.invalidateQueries({ queryKey: ['delegations'] })
      void queries.invalidateQueries({ queryKey: ['me'] })
      toast.ok(t.saved)
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={t.add} size="md">
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        {own ? null : <Select label={t.from} searchable data={leaders} {...house.field('from_user_id')} />}
        <Select
          label={t.to}
          searchable
          data={leaders.filter(({ value }) => value !== (own ? me.user.id : house.values.from_user_id))}
          {...house.field('to_user_id')}
        />
        <div className="cols-2">
          <DateField label={t.starts} {...house.field('starts_on')} />
          <DateField label={t.ends} {...house.field('ends_on')} />
        </div>
        <Textarea label={t.reason} autosize minRows={2} maxLength={500} {...house.field('reason')} />
        <div>
          <Button type="submit" loading={house.busy}>
            {t.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
