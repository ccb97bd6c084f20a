import type { Event } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { LinkButton } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { eventTexts } from '../texts'

/** What the person can do now, beside that it did not go. */
export function nextStep(event: Event, t: (typeof eventTexts)['vi']['safety']): string {
  const plan = event.safety_plan
  return plan ? t.next[plan.status] : t.next.none
}

export function UnsafeNotice({ event, title, text }: { event: Event; title: string; text: string }) {
  const t = useTexts(eventTexts)
  return (
    <Notice
      tone="danger"
      title={title}
      live
      actions={
        <LinkButton to={`/lich/${event.id}/an-toan`} color="red">
          {t.act.toPlan}
        </LinkButton>
      }
    >
      <p>{text}</p>
      <p>{nextStep(event, t.safety)}</p>
    </Notice>
  )
}
