import { useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { DataRequest } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Textarea } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { Notice } from '@/ui/Notice'
import { Radio } from '@/ui/Radio'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { answerRequest, REQUEST_TOUCHES } from '../queries'
import { rightsTexts } from '../texts'

type Outcome = 'answered' | 'executed' | 'refused'

export function AnswerDialog({ request, onClose }: { request: DataRequest; onClose: () => void }) {
  const t = useTexts(rightsTexts).request
  const queries = useQueryClient()
  const house = useHouseForm<{ status: Outcome | null; answer: string }>({
    initial: { status: null, answer: '' },
    schema: z.object({
      status: z.string(t.outcomeMissing),
      answer: z.string().check(z.refine((text) => text.trim() !== '', t.textMissing)),
    }),
    send: async ({ status, answer }, key) => {
      try {
        await answerRequest(request.child_id, request.id, key, { status: status!, answer: nfc(answer) })
      } finally {
        // A refusal means that somebody else was quicker: the list shows what they did.
        for (const queryKey of REQUEST_TOUCHES) void queries.invalidateQueries({ queryKey })
      }
      toast.ok(t.saved)
      onClose()
    },
  })
  const outcomes: Outcome[] =
    request.status === 'received' ? ['answered', 'executed', 'refused'] : ['executed', 'refused']
  const { id, ...status } = house.field('status')
  return (
    <Modal opened onClose={onClose} title={t.answerTitle}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate autoComplete="off">
        {house.summary}
        <p>
          <strong>{t.kind[request.kind]}</strong> · {t.by(request.requester_name, request.requester_relation)} ·{' '}
          {request.child_code}
        </p>
        {request.details ? <p className="pre">{request.details}</p> : null}
        <Radio.Group label={t.outcome} {...status}>
          <div className="stack-2" style={{ marginBlock: 8 }}>
            {outcomes.map((outcome, index) => (
              <Radio
                key={outcome}
                id={index === 0 ? id : undefined}
                value={outcome}
                label={t.outcomes[outcome]}
                description={t.outcomeHints[outcome]}
              />
            ))}
          </div>
        </Radio.Group>
        {request.kind === 'delete' && house.values.status === 'executed' ? (
          <Notice tone="warn">{t.deleteHint}</Notice>
        ) : null}
        <Textarea
          label={house.values.status === 'refused' ? t.reason : t.text}
          autosize
          minRows={3}
          maxLength={4000}
          {...house.field('answer')}
        />
        <div>
          <Button type="submit" loading={house.busy}>
            {t.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
