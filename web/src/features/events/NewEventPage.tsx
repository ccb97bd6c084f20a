import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useCan, useSession } from '@/app/session'
import { isPlainDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { useLeaveGuard } from '@/ui/useLeaveGuard'
import { CheckPanel } from './components/CheckPanel'
import { EventFields } from './components/EventFields'
import { createBody, draftOf, emptyEvent, eventSchema, type EventValues } from './eventForm'
import { lastLook } from './filters'
import { eventFormTexts } from './formTexts'
import { createEvent, EVENT_TOUCHES } from './queries'
import { eventTexts } from './texts'

export default function NewEventPage() {
  const can = useCan()
  if (!can('events', 'create')) return <ErrorState error={new ApiProblem(403, {})} />
  return <Form />
}

function Form() {
  const t = useTexts(eventFormTexts)
  const back = useTexts(eventTexts).one.back
  const { me } = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [params] = useSearchParams()
  const [initial] = useState(() => {
    const day = params.get('ngay') ?? ''
    return { ...emptyEvent(me.unit.id, isPlainDate(day) ? day : null), task_id: params.get('task') }
  })
  const house = useHouseForm<EventValues>({
    initial,
    schema: eventSchema(t),
    send: async (values, key) => {
      const event = await createEvent(createBody(values), key)
      for (const queryKey of EVENT_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.created)
      release()
      void navigate(`/lich/${event.id}`, { replace: true })
    },
  })
  const release = useLeaveGuard(house.form.isDirty(), t.leave)
  return (
    <Page title={t.newTitle} back={{ to: lastLook.get(), label: back }}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <div className="split">
          <div className="stack">
            <EventFields house={house} isNew />
          </div>
          <CheckPanel draft={draftOf(house.values, null)} />
        </div>
        <div className="row">
          <Button type="submit" loading={house.busy}>
            {t.saveNew}
          </Button>
          <Button variant="default" onClick={() => void navigate(-1)}>
            {t.cancel}
          </Button>
        </div>
      </form>
    </Page>
  )
}
