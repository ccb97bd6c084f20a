import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link } from 'react-router'
import type { SummerSession } from '@/api/types'
import { useSession } from '@/app/session'
import { addDays, formatDate, formatTime, weekday } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { attendanceObject } from '@/offline/attendance'
import { useOutbox } from '@/offline/useOutbox'
import { LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { StatusTag } from '@/ui/StatusTag'
import { attendanceTexts } from './attendanceTexts'
import styles from './components/attendance.module.css'
import { mySessionsQuery, rosterQuery } from './queries'

/** Today's sessions first; their rosters are fetched now, because the yard may have no signal. */
export default function SessionsPage() {
  const t = useTexts(attendanceTexts)
  const { me, today } = useSession()
  const queries = useQueryClient()
  const query = useQuery(mySessionsQuery(addDays(today, -7), me.user.id))
  const sessions = query.data?.value
  useEffect(() => {
    if (query.data?.keptAt !== null) return
    const due = query.data.value.filter((one) => one.on_date === today && one.may_change).slice(0, 8)
    for (const one of due) void queries.prefetchQuery(rosterQuery(one.id, me.user.id, today))
  }, [query.data, queries, me.user.id, today])
  const parts: [string, SummerSession[]][] = [
    [t.today, sessions?.filter((one) => one.on_date === today) ?? []],
    [t.coming, sessions?.filter((one) => one.on_date > today) ?? []],
    [t.past, sessions?.filter((one) => one.on_date < today).reverse() ?? []],
  ]
  return (
    <Page title={t.title} subtitle={t.intro} narrow>
      <QueryView query={query}>
        {(data) => (
          <>
            {data.keptAt ? (
              <Notice tone="warn">{t.keptAt(formatTime(new Date(data.keptAt).toISOString()))}</Notice>
            ) : null}
            {data.value.length === 0 ? (
              <Card>
                <EmptyState
                  title={t.none}
                  action={
                    <LinkButton to="/sinh-hoat-he" variant="light">
                      {t.toSummer}
                    </LinkButton>
                  }
                >
                  {t.noneBody}
                </EmptyState>
              </Card>
            ) : (
              parts.map(([title, rows], i) =>
                rows.length > 0 || i === 0 ? (
                  <Card key={title} title={title} flush>
                    {rows.length === 0 ? (
                      <EmptyState>{t.noneToday}</EmptyState>
                    ) : (
                      <ul className={styles.list}>
                        {rows.map((row) => (
                          <SessionLine key={row.id} session={row} />
                        ))}
                      </ul>
                    )}
                  </Card>
                ) : null,
              )
            )}
          </>
        )}
      </QueryView>
    </Page>
  )
}

function SessionLine({ session }: { session: SummerSession }) {
  const t = useTexts(attendanceTexts)
  const jobs = useOutbox()
  const { present, late, excused, absent } = session.attendance
  const marked = present + late + excused + absent
  const waiting = jobs.some((job) => job.object === attendanceObject(session.id))
  const name = session.group_name ?? t.whole(session.neighborhood?.name ?? '')
  return (
    <li className={styles.item}>
      <Link to={`/diem-danh/${session.id}`} className={styles.session}>
        <span>
          <strong>{session.content}</strong>
          <br />
          <span className="second">
            {name} · {weekday(session.on_date)} <span className="num">{formatDate(session.on_date)}</span>{' '}
            <span className="num">{session.starts_at}</span> · {session.place}
          </span>
        </span>
        <span className="row">
          {waiting ? (
            <StatusTag tone="orange" icon="clock">
              {t.waitingOne}
            </StatusTag>
          ) : null}
          {marked > 0 ? (
            <StatusTag tone="green" icon="check">
              {t.marked(present + late, marked)}
            </StatusTag>
          ) : (
            <StatusTag tone="plain" icon="circle">
              {t.unmarkedYet}
            </StatusTag>
          )}
        </span>
      </Link>
    </li>
  )
}
