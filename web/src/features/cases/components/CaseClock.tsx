import { useQuery } from '@tanstack/react-query'
import type { CaseDeadline } from '@/api/types'
import { useSession } from '@/app/session'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { StatusTag } from '@/ui/StatusTag'
import { clockText, isRunning } from '../clocks'
import { holidaysQuery } from '../queries'
import { caseTexts } from '../texts'
import styles from './cases.module.css'
import { useNow } from './useNow'

/** What is left, as a word with a shape: red when it is over, orange when it is near. */
export function ClockTag({ clock }: { clock: CaseDeadline }) {
  const t = useTexts(caseTexts).clock
  const { me } = useSession()
  const now = useNow()
  const holidays = useQuery(holidaysQuery(me.ward?.id))
  if (!isRunning(clock)) {
    const done = clock.state === 'met'
    return (
      <StatusTag tone={done ? 'green' : 'plain'} icon={done ? 'check' : clock.state === 'met_late' ? 'clock' : 'ban'}>
        {done ? t.met : clock.state === 'met_late' ? t.metLate : t.cancelled}
      </StatusTag>
    )
  }
  const late = clock.state === 'late' || Date.parse(clock.due_at) < now.getTime()
  return (
    <StatusTag tone={late ? 'red' : clock.state === 'due_soon' ? 'orange' : 'plain'} icon={late ? 'alert' : 'clock'}>
      {clockText(clock, now, holidays.data ?? [], t)}
    </StatusTag>
  )
}

/** A clock in one line: what for, what is left, until when. */
export function ClockLine({ clock }: { clock: CaseDeadline }) {
  const t = useTexts(caseTexts).clock
  return (
    <span className={styles.clock}>
      <span>
        {t.name[clock.kind]} <span className="muted nowrap">({t.term[clock.kind]})</span>
      </span>
      <ClockTag clock={clock} />
      <span className="small muted num">{t.due(formatInstant(clock.due_at))}</span>
    </span>
  )
}
