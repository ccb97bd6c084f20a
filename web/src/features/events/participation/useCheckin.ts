import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { EventAttendanceLine, EventMarksTaken } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { checkinObject, foldCheckin, onMarksTaken, waitingCheckins, withMarksTaken } from '@/offline/checkin'
import { outbox, useOutbox } from '@/offline/useOutbox'
import { toast } from '@/ui/toast'
import { overlaid, type Kind } from './checkin'
import { checkinTexts } from './checkinTexts'
import { checkinQuery } from './queries'

/** The list of an event, what waits to be sent, and what another phone has said later. */
export function useCheckin(event: string) {
  const t = useTexts(checkinTexts)
  const { me } = useSession()
  const queries = useQueryClient()
  const options = checkinQuery(event, me.user.id)
  const { queryKey } = options
  const query = useQuery(options)
  const jobs = useOutbox()
  const [kept, setKept] = useState<EventMarksTaken['marks']>([])
  const list = query.data?.value
  const waiting = useMemo(() => waitingCheckins(jobs, event), [jobs, event])
  const lines = useMemo(() => (list ? overlaid(list, waiting) : []), [list, waiting])
  const refused = jobs.some((job) => job.object === checkinObject(event) && job.state === 'held')

  useEffect(
    () =>
      onMarksTaken((taken) => {
        if (taken.event_id !== event) return
        const { queryKey: key } = checkinQuery(event, me.user.id)
        queries.setQueryData(key, (old) => old && { ...old, value: withMarksTaken(old.value, taken) })
        const later = taken.marks.filter((one) => one.result === 'kept')
        const again = new Set(taken.marks.map((one) => one.child_id))
        setKept((old) => [...old.filter((one) => !again.has(one.child_id)), ...later])
      }),
    [event, queries, me.user.id],
  )

  const mark = (child_id: string, kind: Kind) => {
    if (!list) return
    const added = outbox.add(
      {
        kind: 'checkin',
        object: checkinObject(event),
        title: `${t.title} · ${list.title}`,
        body: { event_id: event, marks: [{ child_id, kind, note: '', marked_at: new Date().toISOString() }] },
      },
      foldCheckin,
    )
    // Nothing changes on the screen then: what is not on the device must not look as if it were.
    added.catch(() => toast.error(t.notKept))
  }

  const change = (child_id: string, more: Partial<EventAttendanceLine>) =>
    queries.setQueryData(queryKey, (old) => {
      if (!old) return old
      const items = old.value.items.map((line) => (line.child_id === child_id ? { ...line, ...more } : line))
      return { ...old, value: { ...old.value, items } }
    })

  /** Somebody who just came along; until the first mark only this screen knows. */
  const add = (line: EventAttendanceLine) =>
    queries.setQueryData(
      queryKey,
      (old) => old && { ...old, value: { ...old.value, items: [...old.value.items, line] } },
    )

  return { query, list, lines, kept, forgetKept: () => setKept([]), refused, mark, change, add }
}
