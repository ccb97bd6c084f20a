import { useQueryClient } from '@tanstack/react-query'
import type { Event } from '@/api/types'
import { whenInWords, type Timed } from '@/lib/eventTimes'
import { useTexts } from '@/lib/i18n'
import { ask } from '@/ui/ConfirmDialog'
import { useProblemText } from '@/ui/ErrorState'
import { toast } from '@/ui/toast'
import { EVENT_TOUCHES, patchEvent } from './queries'
import { eventTexts } from './texts'

export const hasBegun = (event: Event, now = Date.now()): boolean => Date.parse(event.starts_at) <= now

/** What the person may change and what has not begun: an event that runs does not move any more. */
export function canMove(event: Event): boolean {
  if (!event.allowed_actions.includes('edit')) return false
  return event.status !== 'approved' || !hasBegun(event)
}

const sameTime = (a: Timed, b: Timed) =>
  Date.parse(a.starts_at) === Date.parse(b.starts_at) && Date.parse(a.ends_at) === Date.parse(b.ends_at)

/**
 * Moves an event, by drag or by menu: asks before others are told of it, offers the way back afterwards. Becomes
 * whether it has moved.
 */
export function useMove(): (event: Event, to: Timed) => Promise<boolean> {
  const t = useTexts(eventTexts).move
  const queries = useQueryClient()
  const problemText = useProblemText()

  const refresh = () => {
    for (const queryKey of EVENT_TOUCHES) void queries.invalidateQueries({ queryKey })
  }
  const save = async (event: Event, to: Timed): Promise<Event | null> => {
    // At once where it was dropped; an answer that refuses brings it back.
    queries.setQueriesData<{ items: Event[]; total: number }>({ queryKey: ['events', 'list'] }, (list) =>
      list ? { ...list, items: list.items.map((one) => (one.id === event.id ? { ...one, ...to } : one)) } : list,
    )
    try {
      return await patchEvent(event, { starts_at: to.starts_at, ends_at: to.ends_at })
    } catch (error) {
      toast.error(problemText(error))
      return null
    } finally {
      refresh()
    }
  }
  const undo = async (before: Event, moved: Event) => {
    const back = await save(moved, { starts_at: before.starts_at, ends_at: before.ends_at })
    if (!back) return
    const left = before.series_id && !back.series_id
    const again = before.status === 'approved' && back.status !== 'approved'
    toast.info(left ? t.alone : again ? t.undoneAgain : t.undone)
  }

  return async (event, to) => {
    if (sameTime(event, to)) return false
    if (event.status !== 'draft' || event.series_id) {
      const answer = await ask({ title: t.askTitle, body: <What event={event} to={to} />, confirm: t.go })
      if (!answer.yes) return false
    }
    const moved = await save(event, to)
    if (!moved) return false
    toast.ok(t.done(whenInWords(moved)), { label: t.undo, run: () => void undo(event, moved) })
    return true
  }
}

function What({ event, to }: { event: Event; to: Timed }) {
  const t = useTexts(eventTexts).move
  const consequences = [
    event.status === 'draft' ? null : t.told,
    event.status === 'approved' ? t.again : null,
    event.safety_plan?.holds ? t.plan : null,
    event.series_id ? t.leaves : null,
  ].filter((one) => one !== null)
  return (
    <div className="stack-2">
      <p>{t.to(event.title, whenInWords(to))}</p>
      {consequences.length > 0 ? <p>{consequences.join(' ')}</p> : null}
    </div>
  )
}
