import type { CaseDeadline } from '@/api/types'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { StatusTag } from '@/ui/StatusTag'
import { clockText, isRunning, termText } from '../clocks'
import { caseTexts } from '../texts'
import styles from './cases.module.css'
import { useNow } from './useNow'

/** What is left, as a word with a shape: red when it is over, orange when it is near. */
export function ClockTag({ clock }: { clock: CaseDeadline }) {
  const t = useTexts(caseTexts).clock
  const now = useNow()
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
      {clockText(clock, now, t)}
    </StatusTag>
  )
}

/** A clock in one line: what for, what is left, until when. */
export function ClockLine({ clock }: { clock: CaseDeadline }) {
  const t = useTexts(caseTexts).clock
  return (
    <span className={styles.clock}>
      <span>
        {t.name[clock.kind]} <span className="muted nowrap">({termText(clock, t)})</span>
      </span>
      <ClockTag clock={clock} />
      <span className="small muted num">{t.due(formatInstant(clock.due_at))}</span>
    </span>
  )
}
