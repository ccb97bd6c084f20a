import { useQuery } from '@tanstack/react-query'
import { IconExternalLink } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import type { EventConflict, EventDraft } from '@/api/types'
import { formatInstant } from '@/lib/dates'
import { eventWords } from '@/lib/eventTexts'
import { useTexts } from '@/lib/i18n'
import { Card } from '@/ui/Card'
import { Notice } from '@/ui/Notice'
import { eventFormTexts } from '../formTexts'
import { checkQuery } from '../queries'
import styles from './form.module.css'

/** While somebody types, the server is left alone. */
function useSettled<T>(value: T, delay = 500): T {
  const [settled, setSettled] = useState(value)
  const key = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delay)
    return () => clearTimeout(timer)
    // What it says decides, not which object says it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, delay])
  return settled
}

/** What stands in the way of the event as it is written now. */
export function CheckPanel({ draft }: { draft: EventDraft | null }) {
  const texts = useTexts(eventFormTexts).check
  const words = useTexts(eventWords)
  const settled = useSettled(draft)
  const { data } = useQuery(checkQuery(settled))
  const found = settled && data ? byEvent(data.conflicts) : []
  return (
    <Card title={texts.title} className={styles.sticky}>
      <div className={styles.panel} aria-live="polite">
        {!settled || !data ? (
          <p className="muted">{texts.waiting}</p>
        ) : (
          <>
            {found.length > 0 ? (
              <Notice tone="warn" title={texts.conflicts(found.length)}>
                <ul className={styles.conflicts}>
                  {found.map(({ event, conflicts }) => (
                    <li key={event.id}>
                      <Link to={`/lich/${event.id}`} target="_blank">
                        {event.title} <IconExternalLink size={15} aria-hidden />
                        <span className="sr-only">{texts.opens}</span>
                      </Link>
                      <br />
                      <span className="num">{formatInstant(event.starts_at)}</span>:{' '}
                      {conflicts.map((conflict) => wordOf(texts, conflict)).join(', ')}
                    </li>
                  ))}
                </ul>
                <p>{texts.may}</p>
              </Notice>
            ) : (
              <Notice tone="ok">{texts.fine}</Notice>
            )}
            {data.safety_plan_required ? (
              <Notice tone="danger" title={texts.safety}>
                {texts.because(data.safety_reasons.map((reason) => words.reason[reason]).join('; '))}
              </Notice>
            ) : (
              <p className="second">{texts.noSafety}</p>
            )}
            {data.on_day_off ? <p className="second">{texts.dayOff}</p> : null}
          </>
        )}
      </div>
    </Card>
  )
}

function byEvent(conflicts: EventConflict[]) {
  const found = new Map<string, { event: EventConflict['event']; conflicts: EventConflict[] }>()
  for (const conflict of conflicts) {
    const of = found.get(conflict.event.id) ?? { event: conflict.event, conflicts: [] }
    of.conflicts.push(conflict)
    found.set(conflict.event.id, of)
  }
  return [...found.values()]
}

function wordOf(t: (typeof eventFormTexts)['vi']['check'], conflict: EventConflict): string {
  if (conflict.kind === 'unit') return t.unit(conflict.unit?.name ?? '')
  if (conflict.kind === 'staff') return t.staff(conflict.person)
  return t[conflict.kind]
}
