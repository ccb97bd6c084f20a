import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { AttendanceState, AttendanceTaken, RosterLine } from '@/api/types'
import { useSession } from '@/app/session'
import { formatDate } from '@/lib/dates'
import { attendanceObject, foldMarks, onTaken, waitingMarks, withTaken } from '@/offline/attendance'
import { outbox, useOutbox } from '@/offline/useOutbox'
import { useTexts } from '@/lib/i18n'
import { toast } from '@/ui/toast'
import { overlaid } from './attendance'
import { attendanceTexts } from './attendanceTexts'
import { keepWalkIn, rosterQuery } from './queries'

/** The roster of a session, what waits to be sent, and what another phone has said later. */
export function useAttendance(session: string) {
  const t = useTexts(attendanceTexts)
  const { me, today } = useSession()
  const queries = useQueryClient()
  const options = rosterQuery(session, me.user.id, today)
  const query = useQuery(options)
  const jobs = useOutbox()
  const [kept, setKept] = useState<AttendanceTaken['marks']>([])
  const roster = query.data?.value
  const waiting = useMemo(() => waitingMarks(jobs, session), [jobs, session])
  const lines = useMemo(() => (roster ? overlaid(roster, waiting) : []), [roster, waiting])
  const refused = jobs.some((job) => job.object === attendanceObject(session) && job.state === 'held')

  useEffect(
    () =>
      onTaken((taken) => {
        if (taken.session_id !== session) return
        const { queryKey } = rosterQuery(session, me.user.id, today)
        queries.setQueryData(queryKey, (old) => old && { ...old, value: withTaken(old.value, taken) })
        const later = taken.marks.filter((one) => one.result === 'kept')
        const again = new Set(taken.marks.map((one) => one.child_id))
        setKept((old) => [...old.filter((one) => !again.has(one.child_id)), ...later])
      }),
    [session, queries, me.user.id, today],
  )

  const mark = (marks: { child_id: string; state: AttendanceState; note?: string }[]) => {
    if (!roster || marks.length === 0) return
    const marked_at = new Date().toISOString()
    const kept = outbox.add(
      {
        kind: 'attendance',
        object: attendanceObject(session),
        title: `${t.title} · ${roster.group_name ?? roster.neighborhood?.name ?? ''} · ${formatDate(roster.on_date)}`,
        body: { session_id: session, marks: marks.map((one) => ({ note: '', ...one, marked_at })) },
      },
      foldMarks,
    )
    // Nothing changes on the screen then: what is not on the device must not look as if it were.
    kept.catch(() => toast.error(t.notKept))
  }

  const addWalkIn = (line: RosterLine) => {
    queries.setQueryData(
      options.queryKey,
      (old) => old && { ...old, value: { ...old.value, items: [...old.value.items, line] } },
    )
    void keepWalkIn(session, me.user.id, line)
    mark([{ child_id: line.child_id, state: 'present' }])
  }

  return { query, roster, lines, kept, forgetKept: () => setKept([]), refused, mark, addWalkIn }
}
