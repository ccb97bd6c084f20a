import { IconCheck, IconDots, IconDoorExit, IconQuestionMark } from '@tabler/icons-react'
import { formatTime } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { StatusTag } from '@/ui/StatusTag'
import { mayComeIn, type Line } from '../checkin'
import { checkinTexts } from '../checkinTexts'
import styles from './checkin.module.css'

interface RowProps {
  line: Line
  open: boolean
  onTap: () => void
  onMore: () => void
}

/** The whole row is the button: in, and out. A child who may not come in yet opens what must be asked. */
export function CheckinRow({ line, open, onTap, onMore }: RowProps) {
  const t = useTexts(checkinTexts)
  const state = line.state === 'in' || line.state === 'out' ? line.state : null
  const blocked = !mayComeIn(line) && !state
  const Icon = blocked ? IconQuestionMark : state === 'in' ? IconCheck : state === 'out' ? IconDoorExit : null
  const said = state ? t.state[state] : t.notCome
  const when = state && line.marked_at ? t.at(said, formatTime(line.marked_at)) : said
  const hints = [
    line.consent === 'declined' ? t.declined : line.consent === 'missing' ? t.mustAsk : null,
    line.medical_warning || null,
    line.note || null,
  ].filter(Boolean)
  const content = (
    <>
      <span className={styles.box} aria-hidden>
        {Icon ? <Icon size={22} stroke={2.4} /> : null}
      </span>
      <span className={styles.who}>
        <span className={styles.name}>{line.full_name}</span>
        <span className="second">{[line.birth_year, line.neighborhood?.name, when].filter(Boolean).join(' · ')}</span>
        {hints.length > 0 ? <span className="small">{hints.join(' · ')}</span> : null}
      </span>
      {line.walk_in ? (
        <StatusTag tone="blue" icon="circle">
          {t.walkIn}
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
    <li className={styles.item} data-state={state ?? undefined} data-blocked={blocked || undefined}>
      {open ? (
        <button type="button" className={styles.row} aria-pressed={state === 'in'} onClick={blocked ? onMore : onTap}>
          {content}
        </button>
      ) : (
        <div className={styles.row} data-fixed>
          {content}
        </div>
      )}
      <button type="button" className={styles.more} aria-label={t.more(line.full_name)} onClick={onMore}>
        <IconDots size={22} aria-hidden />
      </button>
    </li>
  )
}
