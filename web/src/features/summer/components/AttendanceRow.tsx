import { IconCheck, IconClock, IconDots, IconMinus, IconX } from '@tabler/icons-react'
import { formatWhen } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { StatusTag } from '@/ui/StatusTag'
import { here, type Line } from '../attendance'
import { attendanceTexts } from '../attendanceTexts'
import { opinionTexts } from '@/ui/opinionTexts'
import styles from './attendance.module.css'

const ICONS = { present: IconCheck, late: IconClock, excused: IconMinus, absent: IconX }

interface RowProps {
  line: Line
  open: boolean
  onTap: () => void
  onMore: () => void
}

/** The whole row is the button; what is rarer than there or not there stands behind the second one. */
export function AttendanceRow({ line, open, onTap, onMore }: RowProps) {
  const t = useTexts(attendanceTexts)
  const said = useTexts(opinionTexts).said
  const Icon = line.state ? ICONS[line.state] : null
  const state = line.state ? t.state[line.state] : line.default_state ? t.leave : t.unmarked
  const hints = [
    line.medical_warning || null,
    line.leave_reason ? `${t.leave}: ${line.leave_reason}` : null,
    line.consent === 'declines' ? said.parents : null,
    line.child_consent === 'declines' ? said.child : null,
    line.opinion_note || null,
    line.note || null,
  ].filter(Boolean)
  const content = (
    <>
      <span className={styles.box} aria-hidden>
        {Icon ? <Icon size={22} stroke={2.6} /> : null}
      </span>
      <span className={styles.who}>
        <span className={styles.name}>{line.full_name}</span>
        <span className="second">{[line.birth_year, line.neighborhood?.name, state].filter(Boolean).join(' · ')}</span>
        {hints.length > 0 ? <span className="small">{hints.join(' · ')}</span> : null}
      </span>
      {line.walk_in ? (
        <StatusTag tone="blue" icon="circle">
          {t.walkInTag}
        </StatusTag>
      ) : null}
      {line.waiting ? (
        <StatusTag tone="orange" icon="clock">
          {t.waitingOne}
        </StatusTag>
      ) : null}
    </>
  )
  return (
    <li className={styles.item} data-state={line.state ?? undefined}>
      <div className={styles.line}>
        {open ? (
          <button type="button" className={styles.row} aria-pressed={here(line.state)} onClick={onTap}>
            {content}
          </button>
        ) : (
          <div className={styles.row} data-fixed>
            {content}
          </div>
        )}
        {open ? (
          <button type="button" className={styles.more} aria-label={t.more(line.full_name)} onClick={onMore}>
            <IconDots size={22} aria-hidden />
          </button>
        ) : null}
      </div>
      {line.conflicts.length > 0 ? (
        <div className={styles.extra}>
          {line.conflicts.map((one) => (
            <p key={one.marked_at} className="today">
              {t.conflict(one.marked_by?.full_name ?? t.somebody, formatWhen(one.marked_at), t.state[one.state])}
            </p>
          ))}
        </div>
      ) : null}
    </li>
  )
}
