import { useState } from 'react'
import type { Event } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { isProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { useProblemText } from '@/ui/ErrorState'
import { Checkbox, Textarea } from '@/ui/inputs'
import { Sheet } from '@/ui/Modal'
import { Notice } from '@/ui/Notice'
import { toast } from '@/ui/toast'
import { uiTexts } from '@/ui/texts'
import { approveEvent, cancelEvent, proposeEvent, returnEvent } from '../queries'
import { eventTexts } from '../texts'
import { UnsafeNotice } from './UnsafeNotice'
import { useSteps } from '../useSteps'

export type Step = 'propose' | 'approve' | 'return' | 'cancel'

/** One step of an event with its consequences in words; of a series also for the sessions that follow. */
export function StepDialog({ event, step, onClose }: { event: Event; step: Step; onClose: () => void }) {
  const t = useTexts(eventTexts).act
  const ui = useTexts(uiTexts)
  const problemText = useProblemText()
  const { busy, send } = useSteps()
  const [following, setFollowing] = useState(step === 'propose' || step === 'approve')
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const asksWhy = step === 'return' || step === 'cancel'
  const all = event.series_id ? following : false
  const run = (key: string) => {
    if (step === 'propose') return proposeEvent(event, key, all)
    if (step === 'approve') return approveEvent(event, key, all)
    if (step === 'return') return returnEvent(event, key, all, reason.trim())
    return cancelEvent(event, key, all, reason.trim())
  }
  const done = { propose: t.proposed, approve: t.approved, return: t.returned, cancel: t.cancelled }[step]
  const title = { propose: t.proposeTitle, approve: t.approveTitle, return: t.returnTitle, cancel: t.cancelTitle }[step]
  const body = {
    propose: [t.proposeBody, event.safety_plan_required ? t.proposePlan : null],
    approve: [t.approveBody, event.is_public ? t.approvePublic : null],
    return: [],
    cancel: [event.status === 'draft' ? null : t.cancelBody],
  }[step].filter(Boolean)
  const submit = async () => {
    if (asksWhy && !reason.trim()) return setMissing(true)
    setFailure(null)
    const error = await send(run)
    if (error) return setFailure(error)
    toast.ok(done)
    onClose()
  }
  const unsafe = isProblem(failure, 409) && failure.code === 'safety_plan_missing'
  return (
    <Sheet opened onClose={onClose} title={title} size="md">
      <div className="stack" style={{ paddingBottom: 16 }}>
        {unsafe ? (
          <UnsafeNotice event={event} title={t.unsafeTitle} text={problemText(failure)} />
        ) : failure ? (
          <Notice tone="danger" live>
            {problemText(failure)}
          </Notice>
        ) : null}
        {body.length > 0 && !unsafe ? <p>{body.join(' ')}</p> : null}
        {asksWhy ? (
          <Textarea
            label={step === 'return' ? t.returnReason : t.cancelReason}
            value={reason}
            error={missing ? t.reasonMissing : undefined}
            onChange={(typed) => {
              setReason(typed.currentTarget.value)
              setMissing(false)
            }}
            autosize
            minRows={3}
            maxLength={2000}
            data-autofocus
          />
        ) : null}
        {event.series_id ? (
          <Checkbox
            label={t.following}
            checked={following}
            onChange={(changed) => setFollowing(changed.currentTarget.checked)}
          />
        ) : null}
        <div className="row">
          {unsafe ? null : (
            <Button color={step === 'cancel' ? 'red' : undefined} loading={busy} onClick={() => void submit()}>
              {t[step]}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {unsafe ? ui.close : ui.cancel}
          </Button>
        </div>
      </div>
    </Sheet>
  )
}
