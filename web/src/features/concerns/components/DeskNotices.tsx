import type { Concern } from '@/api/types'
import { useSession } from '@/app/session'
import { clockTexts } from '@/lib/clockTexts'
import { formatInstant, formatWhen } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { minutesLeft, timeLeft } from '@/lib/timeLeft'
import { Button } from '@/ui/Button'
import { ask } from '@/ui/ConfirmDialog'
import { Notice } from '@/ui/Notice'
import { useNow } from '@/ui/TimeLeft'
import { useAct } from '@/ui/useAct'
import { confirmConcern, CONCERN_TOUCHES, rejectConcern } from '../queries'
import { concernTexts } from '../texts'

/** What presses, on top of the record: the clock, a proposal that waits for a second person, one that came back. */
export function DeskNotices({ concern }: { concern: Concern }) {
  const texts = useTexts(concernTexts)
  return (
    <>
      {concern.emergency_due_at ? <Clock concern={concern} due={concern.emergency_due_at} /> : null}
      {concern.is_suspect ? <Notice tone="warn">{texts.clock.suspect}</Notice> : null}
      {concern.status === 'screened' ? <Proposal concern={concern} /> : null}
      {concern.status === 'received' && concern.screening_answer ? (
        <Notice tone="warn" title={texts.act.sentBack}>
          <p className="pre">{concern.screening_answer}</p>
        </Notice>
      ) : null}
    </>
  )
}

function Clock({ concern, due }: { concern: Concern; due: string }) {
  const t = useTexts(concernTexts).clock
  const words = useTexts(clockTexts)
  const now = useNow()
  const left = minutesLeft(due, now)
  const emergency = concern.danger_level === 'emergency'
  const time = timeLeft(due, now, words)
  return (
    <Notice
      tone={emergency || left < 60 ? 'danger' : left < 240 ? 'warn' : 'info'}
      title={emergency ? t.emergency(time) : t.normal(time.charAt(0).toUpperCase() + time.slice(1))}
    >
      {t.body(formatInstant(due))}
    </Notice>
  )
}

function Proposal({ concern }: { concern: Concern }) {
  const t = useTexts(concernTexts).act
  const { me } = useSession()
  const { act, busy } = useAct(CONCERN_TOUCHES)
  const may = (action: Concern['allowed_actions'][number]) => concern.allowed_actions.includes(action)
  const confirm = async () => {
    const answer = await ask({ title: t.confirmTitle, body: t.confirmBody, confirm: t.confirm, danger: true })
    if (answer.yes) await act('confirm', (key) => confirmConcern(concern, key), t.confirmed)
  }
  const reject = async () => {
    const reason = { label: t.rejectReason, missing: t.rejectMissing }
    const answer = await ask({ title: t.rejectTitle, body: t.rejectBody, confirm: t.reject, reason })
    if (answer.yes) await act('reject', (key) => rejectConcern(concern, key, answer.reason), t.rejected)
  }
  return (
    <Notice
      tone="warn"
      title={t.proposed}
      actions={
        may('confirm') ? (
          <>
            <Button variant="default" loading={busy === 'reject'} onClick={() => void reject()}>
              {t.reject}
            </Button>
            <Button loading={busy === 'confirm'} onClick={() => void confirm()}>
              {t.confirm}
            </Button>
          </>
        ) : undefined
      }
    >
      {concern.screened_by ? (
        <p>{t.proposedBy(concern.screened_by.full_name, formatWhen(concern.screened_at!))}</p>
      ) : null}
      {concern.screening_reason ? (
        <p className="pre">
          {t.reason}: {concern.screening_reason}
        </p>
      ) : null}
      {concern.screened_by?.id === me.user.id ? <p>{t.ownProposal}</p> : null}
    </Notice>
  )
}
