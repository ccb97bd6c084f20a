import { useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { Child, DataRequest } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { Textarea, TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { DAYS } from '../clock'
import { addRequest, REQUEST_TOUCHES } from '../queries'
import { rightsTexts } from '../texts'
import { GuardianFill } from './GuardianFill'

interface Values {
  kind: DataRequest['kind'] | null
  requester_name: string
  requester_relation: string
  received_on: string | null
  details: string
}

export function RequestDialog({ child, onClose }: { child: Child; onClose: () => void }) {
  const texts = useTexts(rightsTexts)
  const t = texts.request
  const { today } = useSession()
  const queries = useQueryClient()
  const filled = (missing: string) => z.string().check(z.refine((text) => text.trim() !== '', missing))
  const house = useHouseForm<Values>({
    initial: { kind: null, requester_name: '', requester_relation: '', received_on: today, details: '' },
    schema: z.object({
      kind: z.string(t.kindMissing),
      requester_name: filled(t.nameMissing),
      requester_relation: filled(texts.consent.relationMissing),
      received_on: z.string(t.onMissing).check(z.refine((day) => day <= today, texts.consent.future)),
    }),
    send: async (values, key) => {
      await addRequest(child.id, key, {
        kind: values.kind!,
        requester_name: nfc(values.requester_name),
        requester_relation: nfc(values.requester_relation),
        received_on: values.received_on!,
        details: nfc(values.details),
      })
      for (const queryKey of REQUEST_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.added)
      onClose()
    },
  })
  const { kind } = house.values
  return (
    <Modal opened onClose={onClose} title={t.addTitle}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate autoComplete="off">
        {house.summary}
        <div className="cols-2">
          <Select
            label={t.kindLabel}
            data={Object.entries(t.kind).map(([value, label]) => ({ value, label }))}
            {...house.field('kind')}
          />
          <DateField label={t.on} {...house.field('received_on')} />
        </div>
        {kind ? <p className="second">{t.within(DAYS[kind])}</p> : null}
        <GuardianFill
          child={child}
          onFill={(name, relation) => house.form.setValues({ requester_name: name, requester_relation: relation })}
        />
        <div className="cols-2">
          <TextInput label={t.name} maxLength={100} {...house.field('requester_name')} />
          <TextInput label={texts.consent.relation} maxLength={60} {...house.field('requester_relation')} />
        </div>
        <Textarea label={t.details} autosize minRows={3} maxLength={4000} {...house.field('details')} />
        <div>
          <Button type="submit" loading={house.busy}>
            {t.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
