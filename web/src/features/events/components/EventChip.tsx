import { IconEye, IconShieldOff } from '@tabler/icons-react'
import type { DragEvent } from 'react'
import { Link } from 'react-router'
import type { Event } from '@/api/types'
import type { PlainDate } from '@/lib/dates'
import { eventWords } from '@/lib/eventTexts'
import { hoursOn, whenInWords } from '@/lib/eventTimes'
import { useTexts } from '@/lib/i18n'
import { isUnsafe } from '@/ui/EventTag'
import { familyOf } from '../calendar'
import styles from './calendar.module.css'

interface EventChipProps {
  event: Event
  day: PlainDate
  /** Left out where it does not move. */
  onDragStart?: (event: DragEvent<HTMLElement>) => void
  onDragEnd?: () => void
  block?: boolean
}

/** An event on one day of the calendar: hour and title to see, kind and state in words beside the colour. */
export function EventChip({ event, day, onDragStart, onDragEnd, block = false }: EventChipProps) {
  const words = useTexts(eventWords)
  const { from } = hoursOn(event, day)
  const told = [words.kind[event.kind], words.status[event.status], isUnsafe(event) ? words.unsafe : null].filter(
    Boolean,
  )
  return (
    <Link
      to={`/lich/${event.id}`}
      className={`${styles.chip} ${styles[familyOf(event.kind)]} ${block ? styles.block : ''}`}
      data-status={event.status}
      data-event={event.id}
      title={`${event.title} · ${whenInWords(event)} · ${told.join(' · ')}`}
      draggable={onDragStart !== undefined}
      onDragStart={onDragStart}
      onDragEnd={onDragEnd}
    >
      {isUnsafe(event) ? <IconShieldOff size={14} className={styles.unsafe} aria-hidden /> : null}
      {event.status === 'proposed' ? <IconEye size={14} aria-hidden /> : null}
      <span className="num">{from ?? '…'}</span> <span className={styles.chipTitle}>{event.title}</span>
      <span className="sr-only">, {told.join(', ')}</span>
    </Link>
  )
}
