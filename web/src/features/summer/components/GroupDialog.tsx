import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import * as z from 'zod/mini'
import type { SummerGroup } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Checkbox, Textarea, TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { toast } from '@/ui/toast'
import { PlaceSelect } from '@/ui/UnitSelect'
import { useHouseForm } from '@/ui/useHouseForm'
import { fromLeaders, toLeaders } from '../board'
import { createGroup, patchGroup, SUMMER_TOUCHES } from '../queries'
import { summerTexts } from '../texts'
import { useVersion } from '../useVersion'

interface Values {
  name: string
  neighborhood_id: string | null
  leaders: string
  note: string
  from_handovers: boolean
}

export function GroupDialog({ year, group, onClose }: { year: number; group?: SummerGroup; onClose: () => void }) {
  const texts = useTexts(summerTexts)
  const t = texts.group
  const { me } = useSession()
  const queries = useQueryClient()
  const onVersion = useVersion(group)
  const navigate = useNavigate()
  const own = me.user.role === 'neighborhood'
  const house = useHouseForm<Values>({
    initial: {
      name: group?.name ?? '',
      neighborhood_id: group?.neighborhood_id ?? null,
      leaders: fromLeaders(group?.leaders ?? []),
      note: group?.note ?? '',
      from_handovers: true,
    },
    schema: z.object({
      name: z.string().check(z.trim(), z.minLength(1, t.nameMissing)),
      ...(own || group ? {} : { neighborhood_id: z.string(t.placeMissing) }),
    }),
    send: async (values, key) => {
      const body = { name: nfc(values.name), leaders: toLeaders(values.leaders), note: nfc(values.note) }
      if (group) {
        await onVersion((version) => patchGroup({ id: group.id, version }, body))
        toast.ok(t.saved)
      } else {
        const { from_handovers, neighborhood_id } = values
        const made = await createGroup(
          { ...body, year, from_handovers, neighborhood_id: neighborhood_id ?? undefined },
          key,
        )
        toast.ok(t.made)
        void navigate(`/sinh-hoat-he/nhom/${made.id}`)
      }
      for (const queryKey of SUMMER_TOUCHES) void queries.invalidateQueries({ queryKey })
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={group ? t.editTitle : t.newTitle}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <TextInput label={t.name} description={t.nameHint} maxLength={150} {...house.field('name')} />
        {own || group ? null : (
          <PlaceSelect kind="neighborhood" label={texts.neighborhood} {...house.field('neighborhood_id')} />
        )}
        <Textarea label={t.leaders} description={t.leadersHint} autosize minRows={2} {...house.field('leaders')} />
        <Textarea label={t.note} autosize minRows={2} maxLength={1000} {...house.field('note')} />
        {group ? null : <Checkbox label={t.fromHandovers} {...house.checkbox('from_handovers')} />}
        <div>
          <Button type="submit" loading={house.busy}>
            {t.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
