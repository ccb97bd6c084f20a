import { useQuery, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { unitsQuery } from '@/api/queries'
import type { MachineScope, ServiceAccount } from '@/api/types'
import { useSession } from '@/app/session'
import { addDays } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { Textarea, TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { toast } from '@/ui/toast'
import { UnitSelect } from '@/ui/UnitSelect'
import { useHouseForm } from '@/ui/useHouseForm'
import { ACCOUNT_TOUCHES, createServiceAccount, patchServiceAccount } from '../queries'
import { integrationTexts } from '../texts'
import { ChecksField } from './ChecksField'
import type { Secret } from './SecretModal'

interface Values {
  name: string
  unit_id: string | null
  scopes: MachineScope[]
  addresses: string
  expires_on: string | null
}

interface ServiceAccountDialogProps {
  account: ServiceAccount | null
  onClose: () => void
  onSecret: (secret: Secret) => void
}

export function ServiceAccountDialog({ account, onClose, onSecret }: ServiceAccountDialogProps) {
  const { accounts: t, secret: s } = useTexts(integrationTexts)
  const { today } = useSession()
  const queries = useQueryClient()
  const units = useQuery(unitsQuery)
  const leaderships = (units.data ?? []).filter((unit) => unit.kind === 'leadership' && unit.status === 'active')
  // A ward has one leadership, as a rule: nobody is asked to choose it.
  const only = leaderships.length === 1 ? leaderships[0] : undefined
  const house = useHouseForm<Values>({
    initial: {
      name: account?.name ?? '',
      unit_id: account?.unit_id ?? null,
      scopes: account?.scopes ?? [],
      addresses: account?.addresses.join('\n') ?? '',
      expires_on: account?.expires_on ?? addDays(today, 365),
    },
    schema: z.object({
      name: z.string().check(z.trim(), z.minLength(1, t.missingName)),
      unit_id: only ? z.nullable(z.string()) : z.string(t.missingUnit),
      scopes: z.array(z.string()).check(z.minLength(1, t.missingScopes)),
      expires_on: z.string(t.missingDate),
    }),
    send: async (values, key) => {
      const body = {
        name: nfc(values.name),
        unit_id: values.unit_id ?? only!.id,
        scopes: values.scopes,
        addresses: values.addresses.split(/[\s,;]+/).filter(Boolean),
        expires_on: values.expires_on!,
      }
      const made = account ? null : await createServiceAccount(body, key)
      if (account) await patchServiceAccount(account, body)
      for (const queryKey of ACCOUNT_TOUCHES) void queries.invalidateQueries({ queryKey })
      onClose()
      if (!made?.client_secret) return toast.ok(t.saved)
      onSecret({
        body: s.body(made.name),
        parts: [
          { label: s.clientId, text: made.id },
          { label: s.clientSecret, text: made.client_secret },
        ],
      })
    },
  })
  // What superiors alone may have, a ward is not offered.
  const offered = (Object.entries(t.scope) as [MachineScope, string][]).filter(([scope]) => scope !== 'reports:approve')
  return (
    <Modal opened onClose={onClose} title={account ? t.edit : t.add}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <TextInput label={t.name} description={t.nameHint} maxLength={100} {...house.field('name')} />
        <ChecksField label={t.scopes} hint={t.scopesHint} choices={offered} {...house.field('scopes')} />
        {only ? null : <UnitSelect label={t.unit} kinds={['leadership']} {...house.field('unit_id')} />}
        <DateField label={t.expires} description={t.expiresHint} min={today} {...house.field('expires_on')} />
        <Textarea
          label={t.addresses}
          description={t.addressesHint}
          autosize
          minRows={2}
          spellCheck={false}
          {...house.field('addresses')}
        />
        <div>
          <Button type="submit" loading={house.busy} disabled={units.data === undefined}>
            {account ? t.save : t.create}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
