import type { Event } from '@/api/types'
import { eventWords } from '@/lib/eventTexts'
import { useTexts } from '@/lib/i18n'
import { StatusTag, type Tone } from './StatusTag'

type Look = { tone: Tone; icon: Parameters<typeof StatusTag>[0]['icon'] }

const looks: Record<Event['status'], Look> = {
  draft: { tone: 'plain', icon: 'pencil' },
  proposed: { tone: 'orange', icon: 'eye' },
  approved: { tone: 'blue', icon: 'check' },
  held: { tone: 'green', icon: 'clock' },
  reported: { tone: 'green', icon: 'check' },
  cancelled: { tone: 'plain', icon: 'ban' },
}

export function EventTag({ status }: { status: Event['status'] }) {
  return <StatusTag {...looks[status]}>{useTexts(eventWords).status[status]}</StatusTag>
}

/** Must have an approved safety plan that fits it, has none, and may still take place. */
export function isUnsafe(event: Pick<Event, 'safety_plan_required' | 'safety_plan' | 'status'>): boolean {
  const live = event.status === 'draft' || event.status === 'proposed' || event.status === 'approved'
  return live && event.safety_plan_required && !event.safety_plan?.holds
}

export function UnsafeTag() {
  return (
    <StatusTag tone="red" icon="uncovered">
      {useTexts(eventWords).unsafe}
    </StatusTag>
  )
}
