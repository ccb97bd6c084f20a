import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Event } from '@/api/types'
import { useSession } from '@/app/session'
import { whenInWords } from '@/lib/eventTimes'
import { eventWords } from '@/lib/eventTexts'
import { useTexts } from '@/lib/i18n'
import { LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EventTag, isUnsafe, UnsafeTag } from '@/ui/EventTag'
import { QueryView } from '@/ui/QueryView'
import { ListSkeleton } from '@/ui/Skeletons'
import { guardQuery, upcomingQuery } from '../queries'
import { homeTexts } from '../texts'
import styles from './rows.module.css'

const SHOWN = 6

/** What happens in the ward today and in the week that follows. */
export function Upcoming() {
  const t = useTexts(homeTexts).upcoming
  const { can, today } = useSession()
  const query = useQuery(upcomingQuery(today))
  return (
    <Card title={t.title} aside={<Link to="/lich">{t.all}</Link>}>
      <QueryView query={query} skeleton={<ListSkeleton rows={3} />}>
        {({ items, total }) =>
          items.length === 0 ? (
            <div className="row">
              <p className="muted grow">{t.empty}</p>
              {can('events', 'create') ? (
                <LinkButton to="/lich/them" size="sm" variant="light">
                  {t.add}
                </LinkButton>
              ) : null}
            </div>
          ) : (
            <>
              <ul className={styles.rows}>
                {items.slice(0, SHOWN).map((event) => (
                  <Row key={event.id} event={event} />
                ))}
              </ul>
              {total > SHOWN ? <Link to="/lich?xem=danh-sach">{t.more(total - SHOWN)}</Link> : null}
            </>
          )
        }
      </QueryView>
    </Card>
  )
}

/** For the police: whose safety plan waits, and what has to be guarded this week. */
export function Guarding() {
  const t = useTexts(homeTexts).guarding
  const plans = useTexts(eventWords).plan
  const { today } = useSession()
  const waiting = useQuery(guardQuery(today))
  const upcoming = useQuery(upcomingQuery(today))
  const toGuard =
    upcoming.data?.items.filter((event) => event.safety_plan_required && event.status === 'approved') ?? []
  const open = (waiting.data ?? []).filter((event) => event.safety_plan && !event.safety_plan.holds)
  if (!waiting.data || !upcoming.data) return null
  return (
    <>
      <Card title={open.length > 0 ? `${t.plans} (${open.length})` : t.plans}>
        {open.length === 0 ? (
          <p className="muted">{t.noPlans}</p>
        ) : (
          <ul className={styles.rows}>
            {open.slice(0, SHOWN).map((event) => (
              <Row
                key={event.id}
                event={event}
                second={plans[event.safety_plan!.status]}
                go={`/lich/${event.id}/an-toan`}
              />
            ))}
          </ul>
        )}
      </Card>
      <Card title={t.guard}>
        {toGuard.length === 0 ? (
          <p className="muted">{t.noGuard}</p>
        ) : (
          <ul className={styles.rows}>
            {toGuard.map((event) => (
              <Row key={event.id} event={event} />
            ))}
          </ul>
        )}
      </Card>
    </>
  )
}

function Row({ event, second, go }: { event: Event; second?: string; go?: string }) {
  const t = useTexts(homeTexts).guarding
  return (
    <li className={styles.row}>
      <span className={styles.text}>
        <Link to={`/lich/${event.id}`} className={styles.title}>
          {event.title}
        </Link>
        <span className="second">{[whenInWords(event), event.place, second].filter(Boolean).join(' · ')}</span>
        {event.status === 'approved' && !isUnsafe(event) ? null : (
          <span className={`${styles.meta} ${styles.state}`}>
            {event.status === 'approved' ? null : <EventTag status={event.status} />}
            {isUnsafe(event) ? <UnsafeTag /> : null}
          </span>
        )}
      </span>
      {go ? (
        <LinkButton to={go} size="sm" variant="light">
          {t.open}
        </LinkButton>
      ) : null}
    </li>
  )
}
