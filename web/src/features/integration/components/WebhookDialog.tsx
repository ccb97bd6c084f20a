import { useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { Webhook, WebhookEvent } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { createWebhook, HOOK_TOUCHES, patchWebhook } from '../queries'
import { integrationTexts } from '../texts'
import { ChecksField } from './ChecksField'
import type { Secret } from './SecretModal'

interface Values {
  url: string
  events: WebhookEvent[]
  description: string
}

interface WebhookDialogProps {
  webhook: Webhook | null
  onClose: () => void
  onSecret: (secret: Secret) => void
}

export function WebhookDialog({ webhook, onClose, onSecret }: WebhookDialogProps) {
  const { hooks: t, secret: s } = useTexts(integrationTexts)
  const queries = useQueryClient()
  const house = useHouseForm<Values>({
    initial: { url: webhook?.url ?? '', events: webhook?.events ?? [], description: webhook?.description ?? '' },
    schema: z.object({
      // What else an address must be the server knows: it depends on how it was installed.
      url: z.string().check(z.regex(/^\s*https?:\/\/\S+\s*$/, t.missingUrl)),
      events: z.array(z.string()).check(z.minLength(1, t.missingEvents)),
    }),
    send: async (values, key) => {
      const body = { url: values.url.trim(), events: values.events, description: nfc(values.description) }
      const made = webhook ? null : await createWebhook(body, key)
      if (webhook) await patchWebhook(webhook, body)
      for (const queryKey of HOOK_TOUCHES) void queries.invalidateQueries({ queryKey })
      onClose()
      if (!made?.secret) return toast.ok(t.saved)
      onSecret({ body: s.signs, parts: [{ label: s.signing, text: made.secret }] })
    },
  })
  return (
    <Modal opened onClose={onClose} title={webhook ? t.edit : t.add}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <TextInput
          label={t.url}
          description={t.urlHint}
          type="url"
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={500}
          {...house.field('url')}
        />
        <ChecksField
          label={t.events}
          choices={Object.entries(t.event) as [WebhookEvent, string][]}
          {...house.field('events')}
        />
        <TextInput label={t.description} maxLength={300} {...house.field('description')} />
        <div>
          <Button type="submit" loading={house.busy}>
            {webhook ? t.save : t.create}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
