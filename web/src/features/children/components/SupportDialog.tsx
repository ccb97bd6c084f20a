import * as z from 'zod/mini'
import type { Child, SupportCreate } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { Textarea, TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { NumberInput } from '@/ui/NumberInput'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { fieldTexts } from '../fieldTexts'
import { addSupport } from '../queries'
import { childTexts } from '../texts'
import { useTakeChild } from '../useChildActs'

interface Values {
  kind: SupportCreate['kind'] | null
  on_date: string | null
  programme: string
  value: number | string
  note: string
}

export function SupportDialog({ child, onClose }: { child: Child; onClose: () => void }) {
  const t = useTexts(childTexts).support
  const kinds = useTexts(fieldTexts).support
  const { today } = useSession()
  const take = useTakeChild()
  const house = useHouseForm<Values>({
    initial: { kind: null, on_date: today, programme: '', value: '', note: '' },
    schema: z.object({
      kind: z.string(t.kindMissing),
      on_date: z.string(t.onMissing).check(z.refine((day) => day <= today, t.future)),
    }),
    send: async (values, key) => {
      take(
        await addSupport(child.id, key, {
          kind: values.kind!,
          on_date: values.on_date!,
          programme: nfc(values.programme),
          value: values.value === '' ? null : Number(values.value),
          note: nfc(values.note),
        }),
      )
      toast.ok(t.added)
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={t.add}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate autoComplete="off">
        {house.summary}
        <div className="cols-2">
          <Select
            label={t.kind}
            data={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
            {...house.field('kind')}
          />
          <DateField label={t.on} {...house.field('on_date')} />
        </div>
        <TextInput label={t.programme} description={t.programmeHint} maxLength={200} {...house.field('programme')} />
        <NumberInput
          label={t.value}
          min={0}
          allowDecimal={false}
          decimalSeparator=","
          thousandSeparator="."
          hideControls
          {...house.field('value')}
        />
        <Textarea label={t.note} autosize minRows={2} maxLength={2000} {...house.field('note')} />
        <div>
          <Button type="submit" loading={house.busy}>
            {t.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
