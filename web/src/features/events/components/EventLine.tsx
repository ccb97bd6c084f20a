import { IconDots } from '@tabler/icons-react'
import { Link, useNavigate } from 'react-router'
import type { Event } from '@/api/types'
import type { PlainDate } from '@/lib/dates'
import { eventWords } from '@/lib/eventTexts'
import { daysOf, hoursOn, whenInWords } from '@/lib/eventTimes'
import { useTexts } from '@/lib/i18n'
import { IconButton } from '@/ui/Button'
import { EventTag, isUnsafe, UnsafeTag } from '@/ui/EventTag'
import { Menu } from '@/ui/Menu'
import { familyOf } from '../calendar'
import { eventTexts } from '../texts'
import { canMove } from '../useMove'
import agenda from './agenda.module.css'
import styles from './calendar.module.css'

interface EventLineProps {
  event: Event
  day: PlainDate
  onMove: (event: Event) => void
}

/** One event of a day, as a line of the agenda. */
export function EventLine({ event, day, onMove }: EventLineProps) {
  const words = useTexts(eventWords)
  const t = useTexts(eventTexts)
  const { from, to } = hoursOn(event, day)
  const { first, last } = daysOf(event)
  const hours = from && to ? `${from}–${to}` : from ? t.fromDay(from) : to ? t.untilNext(to) : t.wholeDay
  return (
    <li className={`${agenda.line} ${styles[familyOf(event.kind)]}`} data-status={event.status} data-event={event.id}>
      <span className={`${agenda.lineTime} num`}>{hours}</span>
      <span className={agenda.lineText}>
        <Link to={`/lich/${event.id}`} className={agenda.lineTitle}>
          {event.title}
        </Link>
        <span className="second">
          {[words.kind[event.kind], event.place, event.lead_unit?.name].filter(Boolean).join(' · ')}
        </span>
        {first === last ? null : <span className="second">{whenInWords(event)}</span>}
        <span className="row">
          <EventTag status={event.status} />
          {isUnsafe(event) ? <UnsafeTag /> : null}
        </span>
      </span>
      <EventMenu event={event} onMove={onMove} />
    </li>
  )
}

export function EventMenu({ event, onMove }: { event: Event; onMove: (event: Event) => void }) {
  const t = useTexts(eventTexts)
  const navigate = useNavigate()
  if (!canMove(event)) return null
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <IconButton label={t.menu.more(event.title)} className={agenda.lineMenu}>
          <IconDots size={20} aria-hidden />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void navigate(`/lich/${event.id}`)}>{t.menu.open}</Menu.Item>
        <Menu.Item onClick={() => onMove(event)}>{t.menu.move}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
