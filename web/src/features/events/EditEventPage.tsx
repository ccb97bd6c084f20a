import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { Event } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { ApiProblem, isProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { ErrorState } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { StaleCompare } from '@/ui/StaleCompare'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { useLeaveGuard } from '@/ui/useLeaveGuard'
import { CheckPanel } from './components/CheckPanel'
import { EventFields } from './components/EventFields'
import { useEventUnits } from './components/PeopleFields'
import { differences, merged } from './differences'
import { draftOf, eventSchema, patchBody, valuesOf, type EventValues } from './eventForm'
import { eventFormTexts } from './formTexts'
import { EVENT_TOUCHES, eventQuery, openTasksQuery, patchEvent, sectionsQuery } from './queries'

export default function EditEventPage() {
  const { id = '' } = useParams()
  const query = useQuery({ ...eventQuery(id), refetchOnWindowFocus: false, refetchOnReconnect: false })
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(event) =>
        event.allowed_actions.includes('edit') ? (
          <Form key={event.id} event={event} />
        ) : (
          <ErrorState error={new ApiProblem(403, {})} />
        )
      }
    </QueryView>
  )
}

function Form({ event }: { event: Event }) {
  const t = useTexts(eventFormTexts)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const units = useEventUnits()
  const tasks = useQuery({ ...openTasksQuery, enabled: false })
  const sections = useQuery({ ...sectionsQuery, enabled: false })
  // What the form began with; moves on when a newer version is merged in.
  const [base, setBase] = useState(() => ({ version: event.version, values: valuesOf(event) }))
  // The send that follows a merge runs in the same tick and must see the new version.
  const sendFrom = useRef(base)
  const [newer, setNewer] = useState<Event | null>(null)
  const finish = (saved: Event | null) => {
    for (const queryKey of EVENT_TOUCHES) void queries.invalidateQueries({ queryKey })
    toast.ok(saved && event.status === 'approved' && saved.status === 'proposed' ? t.savedAgain : t.saved)
    release()
    void navigate(`/lich/${event.id}`, { replace: true })
  }
  const house = useHouseForm<EventValues>({
    initial: base.values,
    schema: eventSchema(t),
    send: async (values) => {
      const body = patchBody(sendFrom.current.values, values)
      if (Object.keys(body).length === 0) return finish(null)
      let saved: Event
      try {
        saved = await patchEvent({ id: event.id, version: sendFrom.current.version }, body)
      } catch (error) {
        if (isProblem(error, 412) && error.current) return setNewer(error.current as Event)
        throw error
      }
      finish(saved)
    },
  })
  const release = useLeaveGuard(house.form.isDirty(), t.leave)
  const names = {
    unit: units.name,
    task: (id: string) => tasks.data?.find((task) => task.id === id)?.title ?? id,
    section: (id: string) => sections.data?.sections.find((section) => section.id === id)?.title ?? id,
  }
  return (
    <Page title={t.editTitle} back={{ to: `/lich/${event.id}`, label: event.title }}>
      {event.status === 'approved' ? <Notice tone="warn">{t.willAsk}</Notice> : null}
      {event.series_id ? <Notice>{t.onlyThis}</Notice> : null}
      <form className="stack" onSubmit={(submitted) => void house.onSubmit(submitted)} noValidate>
        {house.summary}
        <div className="split">
          <div className="stack">
            <EventFields house={house} isNew={false} />
          </div>
          <CheckPanel draft={draftOf(house.values, event.id)} />
        </div>
        <div className="row">
          <Button type="submit" loading={house.busy}>
            {t.save}
          </Button>
          <Button variant="default" onClick={() => void navigate(`/lich/${event.id}`)}>
            {t.cancel}
          </Button>
        </div>
      </form>
      {newer ? (
        <StaleCompare
          differences={differences(base.values, house.values, valuesOf(newer), names)}
          onCancel={() => setNewer(null)}
          onResolve={(keepMine) => {
            const theirs = valuesOf(newer)
            const next = merged(base.values, house.values, theirs, keepMine)
            sendFrom.current = { version: newer.version, values: theirs }
            setBase(sendFrom.current)
            house.form.setValues(next)
            setNewer(null)
            // The values land in the form's state first.
            setTimeout(() => void house.onSubmit(), 0)
          }}
        />
      ) : null}
    </Page>
  )
}
