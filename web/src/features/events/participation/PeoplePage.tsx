import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { EventRegistration, EventRegistrations, EventRow } from '@/api/types'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { LinkButton } from '@/ui/Button'
import { IdleCover } from '@/ui/IdleCover'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { AddSheet } from './components/AddSheet'
import { Figures } from './components/Figures'
import { HelpersCard } from './components/HelpersCard'
import { RegistrationsCard } from './components/RegistrationsCard'
import { WithdrawDialog } from './components/WithdrawDialog'
import { partTexts } from './partTexts'
import { eventQuery, registrationsQuery } from './queries'

/** Who takes part: numbers for everybody, names as far as the reader's right goes. The look is recorded. */
export default function PeoplePage() {
  const { id = '' } = useParams()
  const event = useQuery(eventQuery(id))
  const people = useQuery(registrationsQuery(id))
  return (
    <QueryView query={event} skeleton={<PageSkeleton />}>
      {(row) => (
        <QueryView query={people} skeleton={<PageSkeleton />}>
          {(registered) => <People key={id} event={row} people={registered} />}
        </QueryView>
      )}
    </QueryView>
  )
}

function People({ event, people }: { event: EventRow; people: EventRegistrations }) {
  const t = useTexts(partTexts)
  const [adding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<EventRegistration | null>(null)
  const path = `/lich/${event.id}`
  return (
    <Page
      title={t.title}
      subtitle={
        <>
          {event.title} · {event.place} · <span className="nowrap num">{formatInstant(event.starts_at)}</span>
        </>
      }
      back={{ to: path, label: t.back }}
      actions={
        <>
          {people.sees_names && people.counts.registered > 0 ? (
            <>
              <LinkButton variant="default" to={`${path}/tham-gia/the`}>
                {t.cards}
              </LinkButton>
              {people.may_register ? (
                <LinkButton variant="default" to={`${path}/tham-gia/y-kien`}>
                  {t.opinions}
                </LinkButton>
              ) : null}
            </>
          ) : null}
          <LinkButton to={`${path}/diem-danh`}>{t.checkin}</LinkButton>
        </>
      }
    >
      <IdleCover />
      <Figures people={people} />
      {!people.sees_names ? <Notice>{t.numbersOnly}</Notice> : !people.open ? <Notice>{t.closed}</Notice> : null}
      {people.sees_names && !people.may_manage ? <p className="second">{t.ownOnly}</p> : null}
      {people.sees_names ? (
        <RegistrationsCard people={people} onAdd={() => setAdding(true)} onWithdraw={setLeaving} />
      ) : null}
      <HelpersCard event={event.id} manages={people.may_manage} open={people.open} />
      {adding ? <AddSheet event={event.id} people={people} onClose={() => setAdding(false)} /> : null}
      {leaving ? <WithdrawDialog event={event.id} one={leaving} onClose={() => setLeaving(null)} /> : null}
    </Page>
  )
}
