import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useSession } from '@/app/session'
import { formatDate, formatTime, weekday } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { isOffline } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { SearchField } from '@/ui/SearchField'
import { PageSkeleton } from '@/ui/Skeletons'
import { toast } from '@/ui/toast'
import { counted, everybody, found, toggled } from './attendance'
import { attendanceTexts } from './attendanceTexts'
import styles from './components/attendance.module.css'
import { AttendanceRow } from './components/AttendanceRow'
import { Counter } from './components/Counter'
import { MarkSheet } from './components/MarkSheet'
import { WalkInSheet } from './components/WalkInSheet'
import { opinionTexts } from '@/ui/opinionTexts'
import { useAttendance } from './useAttendance'

/** Forty children in under two minutes, with or without a network. There is nothing to save: every tap is kept. */
export default function AttendancePage() {
  const { buoi = '' } = useParams()
  return <Attendance key={buoi} session={buoi} />
}

function Attendance({ session }: { session: string }) {
  const t = useTexts(attendanceTexts)
  const said = useTexts(opinionTexts)
  const { can, today } = useSession()
  const { query, roster, lines, kept, forgetKept, refused, mark, addWalkIn } = useAttendance(session)
  const [q, setQ] = useState('')
  const [sheet, setSheet] = useState<string | null>(null)
  const [walkIn, setWalkIn] = useState(false)
  if (!roster) {
    if (!query.isError) return <PageSkeleton />
    return (
      <Page title={t.title} back={{ to: '/diem-danh', label: t.back }} narrow>
        <Card>
          {isOffline(query.error) ? (
            <EmptyState>{t.offlineMissing}</EmptyState>
          ) : (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          )}
        </Card>
      </Page>
    )
  }
  const open = roster.may_mark && !roster.cancelled && can('summer', 'update') && roster.on_date <= today
  const counts = counted(lines)
  const asked = roster.opinions
  const shown = found(lines, q)
  const missing = everybody(lines)
  const chosen = lines.find((line) => line.child_id === sheet)
  const nameOf = (id: string) => lines.find((line) => line.child_id === id)?.full_name ?? ''
  const where = [roster.group_name ?? (roster.neighborhood ? t.whole(roster.neighborhood.name) : null)]
  if (roster.group_name && roster.neighborhood) where.push(roster.neighborhood.name)
  return (
    <Page
      title={t.title}
      subtitle={
        <>
          {where.filter(Boolean).join(' · ')} ·{' '}
          <span className="nowrap">
            {weekday(roster.on_date)} <span className="num">{formatDate(roster.on_date)}</span>
          </span>
        </>
      }
      back={{ to: '/diem-danh', label: t.back }}
      narrow
    >
      {query.data?.keptAt ? (
        <Notice tone="warn">{t.keptAt(formatTime(new Date(query.data.keptAt).toISOString()))}</Notice>
      ) : null}
      {roster.cancelled ? (
        <Notice tone="warn">{t.closed}</Notice>
      ) : !roster.may_mark || !can('summer', 'update') ? (
        <Notice>{t.readOnly}</Notice>
      ) : roster.on_date > today ? (
        <Notice>{t.future}</Notice>
      ) : null}
      {refused ? (
        <Notice tone="danger" live actions={<Link to="/cho-gui">{t.see}</Link>}>
          {t.refused}
        </Notice>
      ) : null}
      {kept.length > 0 ? (
        <Notice
          tone="warn"
          live
          title={t.kept(kept.length)}
          actions={
            <Button size="sm" variant="default" onClick={forgetKept}>
              {t.seen}
            </Button>
          }
        >
          <ul className={styles.plain}>
            {kept.map((one) => (
              <li key={one.child_id}>
                {t.keptLine(nameOf(one.child_id), one.state ? t.state[one.state] : t.unmarked)}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {roster.items.length > 0 ? (
        <p className="second">{said.atSession(asked.agree, asked.decline, asked.unasked)}</p>
      ) : null}
      <Counter counts={counts}>
        {open ? (
          <Button
            variant="light"
            disabled={missing.length === 0}
            onClick={() => {
              mark(missing)
              toast.ok(t.everybodyDone(missing.length))
            }}
          >
            {t.everybody}
          </Button>
        ) : null}
      </Counter>
      <div className={styles.tools}>
        <SearchField label={t.search} value={q} onSearch={setQ} delay={120} />
        {open ? (
          <Button
            variant="default"
            leftSection={<IconUserPlus size={20} aria-hidden />}
            onClick={() => setWalkIn(true)}
          >
            {t.walkIn}
          </Button>
        ) : null}
      </div>
      <Card flush>
        {lines.length === 0 ? (
          <EmptyState title={t.empty}>{t.emptyBody}</EmptyState>
        ) : shown.length === 0 ? (
          <EmptyState
            title={t.noMatch}
            action={
              <Button variant="light" onClick={() => setQ('')}>
                {t.clear}
              </Button>
            }
          />
        ) : (
          <ul className={styles.list} aria-label={t.list}>
            {shown.map((line) => (
              <AttendanceRow
                key={line.child_id}
                line={line}
                open={open}
                onTap={() => mark([{ child_id: line.child_id, state: toggled(line.state) }])}
                onMore={() => setSheet(line.child_id)}
              />
            ))}
          </ul>
        )}
      </Card>
      {open ? <p className="second">{t.saved}</p> : null}
      {chosen ? <MarkSheet line={chosen} onMark={mark} onClose={() => setSheet(null)} /> : null}
      {walkIn ? <WalkInSheet lines={lines} onAdd={addWalkIn} onClose={() => setWalkIn(false)} /> : null}
    </Page>
  )
}
