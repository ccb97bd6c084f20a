import { IconCheck, IconEye, IconPencil, IconShieldOff } from '@tabler/icons-react'
import type { CSSProperties, DragEvent } from 'react'
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
  style?: CSSProperties
  block?: boolean
}

const icons = { draft: IconPencil, proposed: IconEye, held: IconCheck, reported: IconCheck } as const

/** An event on one day of the calendar: hour and title to see, kind and state in words beside the colour. */
export function EventChip({ event, day, onDragStart, onDragEnd, style, block = false }: EventChipProps) {
  const words = useTexts(eventWords)
  const { from } = hoursOn(event, day)
  const Icon = icons[event.status as keyof typeof icons]
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
      style={style}
      draggable={onDragStart !== undefined}
      onDragStart={onDragStart}
      onDragEnd={onDragEnd}
    >
      <span className={styles.chipHead}>
        {isUnsafe(event) ? <IconShieldOff size={14} className={styles.unsafe} aria-hidden /> : null}
        {Icon ? <Icon size={13} aria-hidden className={styles.mark} /> : null}
        <span className="num">{from ?? '…'}</span>
      </span>{' '}
      <span className={styles.chipTitle}>{event.title}</span>
      <span className="sr-only">, {told.join(', ')}</span>
    </Link>
  )
}
