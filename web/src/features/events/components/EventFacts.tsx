import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Event } from '@/api/types'
import { useCan } from '@/app/session'
import { formatInstant } from '@/lib/dates'
import { eventWords } from '@/lib/eventTexts'
import { whenInWords } from '@/lib/eventTimes'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Card, Facts } from '@/ui/Card'
import { PersonName } from '@/ui/PersonName'
import { sectionsQuery } from '../queries'
import { eventTexts } from '../texts'

export function EventFacts({ event }: { event: Event }) {
  const t = useTexts(eventTexts).one
  const kinds = useTexts(eventWords).kind
  const can = useCan()
  const plan = useQuery({ ...sectionsQuery, enabled: Boolean(event.section_id) && can('plans', 'read') })
  const section = plan.data?.sections.find((one) => one.id === event.section_id)
  const people = (children: number, adults: number) => t.people(formatNumber(children), formatNumber(adults))
  const conditions = (['near_water', 'on_road', 'with_fire', 'outdoors'] as const).filter(
    (name) => event.conditions[name],
  )
  const { point } = event
  return (
    <Card title={t.facts}>
      <Facts
        items={[
          [t.when, whenInWords(event)],
          [
            t.place,
            <>
              {event.place}
              {point ? (
                <>
                  {' · '}
                  {/* The phone's own map opens it; nobody outside is asked by us. */}
                  <a href={`geo:${point.lat},${point.lng}`}>{t.map}</a>
                </>
              ) : null}
            </>,
          ],
          event.neighborhood ? [t.neighborhood, event.neighborhood.name] : null,
          [t.kind, kinds[event.kind]],
          [t.lead, event.lead_unit?.name],
          event.joining_units.length > 0 ? [t.joining, event.joining_units.map((unit) => unit.name).join(', ')] : null,
          [t.expected, people(event.expected_children, event.expected_adults)],
          event.actual_children !== null && event.actual_children !== undefined
            ? [t.actual, people(event.actual_children, event.actual_adults ?? 0)]
            : null,
          conditions.length > 0 ? [t.conditions, conditions.map((name) => t[name]).join('; ')] : null,
          event.task
            ? [
                t.task,
                <Link key="t" to={`/viec/${event.task.id}`}>
                  {event.task.title}
                </Link>,
              ]
            : null,
          section
            ? [
                t.section,
                <Link key="s" to={`/ke-hoach/${plan.data?.plan_id}#muc-${section.id}`}>
                  {section.path}. {section.title}
                </Link>,
              ]
            : null,
          [t.public, event.is_public ? t.publicYes : t.publicNo],
          event.created_by ? [t.created, <PersonName key="p" person={event.created_by} />] : null,
          event.approved_by && event.approved_at
            ? [t.approved, t.approvedBy(event.approved_by.full_name, formatInstant(event.approved_at))]
            : null,
        ]}
      />
    </Card>
  )
}

/** What it is about, where somebody has written it. */
export function AboutCard({ event }: { event: Event }) {
  const t = useTexts(eventTexts).one
  const { details } = event
  const names = (['purpose', 'audience', 'form', 'contribution', 'note'] as const).filter((name) => details[name])
  if (names.length === 0 && !details.capacity) return null
  return (
    <Card title={t.about}>
      <Facts
        items={[
          ...names.map((name): [string, ReactNode] => [
            t[name],
            <span key={name} className="pre">
              {details[name]}
            </span>,
          ]),
          details.capacity ? [t.capacity, t.capacityOf(formatNumber(details.capacity))] : null,
        ]}
      />
    </Card>
  )
}
