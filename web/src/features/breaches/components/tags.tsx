import type { BreachClock, DataBreach } from '@/api/types'
import { clockTexts } from '@/lib/clockTexts'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { timeLeft } from '@/lib/timeLeft'
import { StatusTag, type Tone } from '@/ui/StatusTag'
import { useNow } from '@/ui/TimeLeft'
import { breachTexts } from '../texts'

type Look = { tone: Tone; icon: Parameters<typeof StatusTag>[0]['icon'] }

const look: Record<DataBreach['status'], Look> = {
  open: { tone: 'orange', icon: 'circle' },
  assessed: { tone: 'blue', icon: 'eye' },
  notified: { tone: 'blue', icon: 'up' },
  closed: { tone: 'green', icon: 'check' },
}

export function BreachTag({ status }: { status: DataBreach['status'] }) {
  return <StatusTag {...look[status]}>{useTexts(breachTexts).status[status]}</StatusTag>
}

/** Of three days the last twelve hours are orange, what is over is red. */
export function useClock(clock: BreachClock): Look & { words: string } {
  const t = useTexts(breachTexts)
  const words = useTexts(clockTexts)
  const now = useNow()
  if (clock.state === 'met') return { tone: 'green', icon: 'check', words: t.clock.met }
  if (clock.state === 'met_late') return { tone: 'orange', icon: 'check', words: t.clock.met_late }
  if (clock.state === 'not_needed') return { tone: 'plain', icon: 'check', words: t.clock.not_needed }
  const [starts, due] = [Date.parse(clock.starts_at), Date.parse(clock.due_at)]
  const left = timeLeft(clock.due_at, now, words)
  if (now > due) return { tone: 'red', icon: 'alert', words: left }
  return { tone: now >= due - (due - starts) / 6 ? 'orange' : 'blue', icon: 'clock', words: left }
}

export function ClockTag({ clock }: { clock: BreachClock }) {
  const { tone, icon, words } = useClock(clock)
  return (
    <span title={formatInstant(clock.due_at)}>
      <StatusTag tone={tone} icon={icon}>
        {words}
      </StatusTag>
    </span>
  )
}
