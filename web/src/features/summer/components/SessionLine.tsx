import type { SummerSession } from '@/api/types'
import { formatDate, weekday } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button, LinkButton } from '@/ui/Button'
import { ask } from '@/ui/ConfirmDialog'
import { StatusTag } from '@/ui/StatusTag'
import { useAct } from '@/ui/useAct'
import { attendanceTexts } from '../attendanceTexts'
import { cancelSession, SUMMER_TOUCHES } from '../queries'
import { summerTexts } from '../texts'
import styles from './summer.module.css'

interface SessionLineProps {
  session: SummerSession
  open: boolean
  onEdit: () => void
}

export function SessionLine({ session, open, onEdit }: SessionLineProps) {
  const texts = useTexts(summerTexts)
  const t = texts.session
  const whole = useTexts(attendanceTexts).whole
  const { act } = useAct(SUMMER_TOUCHES)
  const { present, late, excused, absent } = session.attendance
  const marked = present + late + excused + absent
  const cancel = async () => {
    const reason = { label: texts.act.reason, missing: texts.act.reasonMissing }
    const answer = await ask({ title: t.cancelTitle, confirm: t.cancel, danger: true, reason })
    if (answer.yes) await act('cancel', (key) => cancelSession(session, key, answer.reason), t.cancelDone)
  }
  const time = [session.starts_at, session.ends_at].filter(Boolean).join(' – ')
  return (
    <div className={styles.line}>
      <span className={styles.what}>
        <strong>{session.content}</strong>
        <br />
        <span className="second">
          {weekday(session.on_date)} <span className="num">{formatDate(session.on_date)}</span>{' '}
          <span className="num">{time}</span> · {session.place}
          {session.group_id ? null : ` · ${whole(session.neighborhood?.name ?? '')}`}
        </span>
        <span className="row">
          {session.cancelled_at ? (
            <StatusTag tone="plain" icon="ban">
              {t.cancelled}: {session.cancel_reason}
            </StatusTag>
          ) : null}
          {marked > 0 ? (
            <StatusTag tone="green" icon="check">
              {t.came(present + late, marked)}
            </StatusTag>
          ) : null}
          {session.missing.length > 0 && !session.cancelled_at ? (
            <StatusTag tone="orange" icon="alert">
              {t.missing}
            </StatusTag>
          ) : null}
        </span>
      </span>
      {session.cancelled_at ? null : (
        <span className="row no-print">
          <LinkButton to={`/diem-danh/${session.id}`} size="sm" variant="light">
            {t.attendance}
          </LinkButton>
          {open && session.may_change ? (
            <>
              <Button size="sm" variant="default" onClick={onEdit}>
                {t.edit}
              </Button>
              <Button size="sm" variant="default" onClick={() => void cancel()}>
                {t.cancel}
              </Button>
            </>
          ) : null}
        </span>
      )}
    </div>
  )
}
