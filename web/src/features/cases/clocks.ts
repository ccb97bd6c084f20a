/** What is left on a case's clock, in words. Hours are clock time; working days are counted by the server's calendar. */
import type { CaseDeadline, CaseLine } from '@/api/types'
import { addDays, today as dayOf, daysBetween } from '@/lib/dates'
import type { caseTexts } from './texts'

type Words = (typeof caseTexts)['vi']['clock']

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const RUNNING: CaseDeadline['state'][] = ['running', 'due_soon', 'late']

export const isRunning = (clock: Pick<CaseDeadline, 'state'>): boolean => RUNNING.includes(clock.state)

/** The one that runs out first. */
export function nextClock(clocks: CaseDeadline[]): CaseDeadline | null {
  return clocks.filter(isRunning).sort((a, b) => a.due_at.localeCompare(b.due_at))[0] ?? null
}

const byTheHour = (clock: CaseDeadline) => clock.kind === 'emergency_12h' || clock.kind === 'separation_15d'

/** "còn 3 giờ 20 phút", "còn 2 ngày làm việc", "hết hạn hôm nay", "quá 5 giờ". */
export function clockText(clock: CaseDeadline, now: Date, t: Words): string {
  const left = Date.parse(clock.due_at) - now.getTime()
  if (left < 0) return t.over(span(-left, t))
  const [from, to] = [dayOf(now), dayOf(new Date(clock.due_at))]
  if (byTheHour(clock)) return t.left(span(left, t))
  if (from === to) return t.today
  const working = clock.working_days_left ?? null
  return working === null ? t.left(t.days(daysBetween(from, to))) : t.workingLeft(working)
}

/** How long the law gives, as the server counted it. */
export function termText(clock: CaseDeadline, t: Words): string {
  if (clock.working_days) return t.workingDays(clock.working_days)
  if (clock.kind === 'emergency_12h') return t.fromNews(span(Date.parse(clock.due_at) - Date.parse(clock.starts_at), t))
  return t.term[clock.kind as keyof typeof t.term]
}

function span(length: number, t: Words): string {
  const hours = Math.floor(length / HOUR)
  const minutes = Math.floor((length % HOUR) / MINUTE)
  if (hours >= 24) return t.days(Math.floor(hours / 24))
  if (hours >= 12 || (hours > 0 && minutes === 0)) return t.hours(hours)
  return hours === 0 ? t.minutes(minutes) : t.hoursMinutes(hours, minutes)
}

export type Group = 'late' | 'today' | 'week' | 'later'
export const GROUPS: Group[] = ['late', 'today', 'week', 'later']

export interface Ticking {
  row: CaseLine
  clock: CaseDeadline
}

/** All running clocks of all cases, the first to run out first; the week ends on Sunday. */
export function grouped(rows: CaseLine[], now: Date): Record<Group, Ticking[]> {
  const groups: Record<Group, Ticking[]> = { late: [], today: [], week: [], later: [] }
  const today = dayOf(now)
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  const sunday = addDays(today, (7 - weekday) % 7)
  const all = rows.flatMap((row) => row.deadlines.filter(isRunning).map((clock) => ({ row, clock })))
  for (const one of all.sort((a, b) => a.clock.due_at.localeCompare(b.clock.due_at))) {
    const due = dayOf(new Date(one.clock.due_at))
    if (Date.parse(one.clock.due_at) < now.getTime()) groups.late.push(one)
    else if (due === today) groups.today.push(one)
    else groups[due <= sunday ? 'week' : 'later'].push(one)
  }
  return groups
}

/** Late ones first, then by the clock that runs out first, then those without a clock. */
export function byUrgency(rows: CaseLine[]): CaseLine[] {
  const due = (row: CaseLine) => nextClock(row.deadlines)?.due_at ?? '9'
  return [...rows].sort((a, b) => due(a).localeCompare(due(b)))
}
