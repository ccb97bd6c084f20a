import type { Overview } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Figures as Numbers, type Figure } from '@/ui/Figures'
import * as links from '../links'
import { overviewTexts } from '../texts'

/** What must be known first; each number is the way to its rows, and red only where there is harm. */
export function Figures({ data }: { data: Overview }) {
  const t = useTexts(overviewTexts).figures
  const { tasks, obstacles, concerns, cases, events } = data
  const plan = data.plan?.id ?? null
  const of = (whole: number) => t.of(formatNumber(whole))
  const figures: Figure[] = []
  if (tasks) {
    figures.push(
      { key: 'done', label: t.done, value: tasks.done, of: of(tasks.total), to: links.tasksIn('done', plan) },
      { key: 'late', label: t.late, value: tasks.late, to: links.tasksIn('late', plan), harm: true },
      {
        key: 'soon',
        label: t.soon,
        value: tasks.due_soon,
        to: links.tasksDueSoon(data.today, tasks.due_soon_until, plan),
      },
      { key: 'review', label: t.review, value: tasks.to_review, to: links.tasksToReview(plan) },
    )
  }
  if (obstacles) {
    figures.push({ key: 'obstacles', label: t.obstacles, value: obstacles.open, to: links.obstaclesOpen })
  }
  if (concerns) {
    figures.push({ key: 'concerns', label: t.concerns, value: concerns.waiting, to: links.concernsWaiting, harm: true })
  }
  if (cases) {
    figures.push({
      key: 'cases',
      label: t.cases,
      value: cases.late,
      of: of(cases.open),
      to: links.casesLate,
      harm: true,
    })
  }
  if (events) {
    figures.push(
      { key: 'events', label: t.events, value: events.this_week, to: links.eventsIn(events.week_from, events.week_to) },
      { key: 'waiting', label: t.eventsWaiting, value: events.waiting, to: links.eventsWaiting },
      {
        key: 'unsafe',
        label: t.unsafe,
        value: events.without_safety_plan,
        to: links.eventsUnsafe(data.today),
        harm: true,
      },
    )
  }
  return <Numbers label={t.label} figures={figures} />
}
