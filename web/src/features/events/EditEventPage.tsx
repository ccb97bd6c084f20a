import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import type { Event } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { ErrorState } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { toast } from '@/ui/toast'
import { useEditForm } from '@/ui/useEditForm'
import { useLeaveGuard } from '@/ui/useLeaveGuard'
import { CheckPanel } from './components/CheckPanel'
import { EventFields } from './components/EventFields'
import { useEventUnits } from './components/PeopleFields'
import { draftOf, eventSchema, patchBody, valuesOf } from './eventForm'
import { fieldWords } from './fieldWords'
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
  const house = useEditForm({
    row: event,
    valuesOf,
    schema: eventSchema(t),
    words: fieldWords({
      unit: units.name,
      task: (id) => tasks.data?.find((task) => task.id === id)?.title ?? id,
      section: (id) => sections.data?.sections.find((section) => section.id === id)?.title ?? id,
    }),
    send: async (values, from) => {
      const body = patchBody(from.values, values)
      const empty = Object.keys(body).length === 0
      const saved = empty ? null : await patchEvent({ id: event.id, version: from.version }, body)
      for (const queryKey of EVENT_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(event.status === 'approved' && saved?.status === 'proposed' ? t.savedAgain : t.saved)
      release()
      void navigate(`/lich/${event.id}`, { replace: true })
    },
  })
  const release = useLeaveGuard(house.form.isDirty(), t.leave)
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
      {house.compare}
    </Page>
  )
}
