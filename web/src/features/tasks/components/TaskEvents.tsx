import { useQuery } from '@tanstack/react-query'
import { IconCalendarPlus } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { Task } from '@/api/types'
import { useCan } from '@/app/session'
import { whenInWords } from '@/lib/eventTimes'
import { useTexts } from '@/lib/i18n'
import { LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EventTag } from '@/ui/EventTag'
import { taskEventsQuery } from '../queries'
import { taskTexts } from '../texts'
import styles from './TaskParts.module.css'

/** The events by which a task is done, and the way to plan one. */
export function TaskEvents({ task }: { task: Task }) {
  const t = useTexts(taskTexts).events
  const can = useCan()
  const query = useQuery({ ...taskEventsQuery(task.id), enabled: can('events', 'read') })
  const events = query.data?.items ?? []
  const open = task.status !== 'accepted' && task.status !== 'cancelled'
  const plans = can('events', 'create') && open
  if (events.length === 0 && !plans) return null
  return (
    <Card title={t.title} className="no-print">
      <div className="stack">
        {events.length > 0 ? (
          <ul className={styles.events}>
            {events.map((event) => (
              <li key={event.id}>
                <Link to={`/lich/${event.id}`}>{event.title}</Link>
                <p className="second">{whenInWords(event)}</p>
                <EventTag status={event.status} />
              </li>
            ))}
          </ul>
        ) : (
          <p className="second">{t.none}</p>
        )}
        {plans ? (
          <div>
            <LinkButton
              to={`/lich/them?task=${task.id}`}
              variant="light"
              leftSection={<IconCalendarPlus size={18} aria-hidden />}
            >
              {t.plan}
            </LinkButton>
          </div>
        ) : null}
      </div>
    </Card>
  )
}
