import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { Event } from '@/api/types'
import { eventWords } from '@/lib/eventTexts'
import { whenInWords } from '@/lib/eventTimes'
import { useTexts } from '@/lib/i18n'
import { Attachments } from '@/ui/Attachments'
import { Card } from '@/ui/Card'
import { useProblemText } from '@/ui/ErrorState'
import { EventTag, isUnsafe, UnsafeTag } from '@/ui/EventTag'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { toast } from '@/ui/toast'
import { EventActions } from './components/EventActions'
import {
  BudgetCard,
  ChildrenCard,
  OutcomeCard,
  ProgrammeCard,
  SafetyCard,
  SeriesCard,
  StaffCard,
} from './components/EventCards'
import { AboutCard, EventFacts } from './components/EventFacts'
import styles from './components/event.module.css'
import { lastLook } from './filters'
import { eventQuery, loadAttachment } from './queries'
import { eventTexts } from './texts'

export default function EventPage() {
  const { id = '' } = useParams()
  const query = useQuery(eventQuery(id))
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(event) => <View key={event.id} event={event} />}
    </QueryView>
  )
}

function View({ event }: { event: Event }) {
  const t = useTexts(eventTexts).one
  const kinds = useTexts(eventWords).kind
  const problemText = useProblemText()
  return (
    <Page
      title={event.title}
      back={{ to: lastLook.get(), label: t.back }}
      subtitle={
        <span className="row">
          <span>
            {kinds[event.kind]} · {whenInWords(event)}
          </span>
          <EventTag status={event.status} />
          {isUnsafe(event) ? <UnsafeTag /> : null}
        </span>
      }
      actions={<EventActions event={event} />}
    >
      <Reason event={event} />
      <div className={`split ${styles.columns}`}>
        <div className="stack">
          <EventFacts event={event} />
          <OutcomeCard event={event} />
          <AboutCard event={event} />
          <ProgrammeCard event={event} />
          <BudgetCard event={event} />
          {event.attachments.length > 0 ? (
            <Card title={t.files} className="no-print">
              <Attachments
                files={event.attachments}
                load={loadAttachment}
                onFailure={(error) => toast.error(problemText(error))}
              />
            </Card>
          ) : null}
        </div>
        <div className={`stack ${styles.side}`}>
          <SafetyCard event={event} />
          <StaffCard event={event} />
          <ChildrenCard event={event} />
          <SeriesCard event={event} />
        </div>
      </div>
    </Page>
  )
}

/** Why it stands as it stands. */
function Reason({ event }: { event: Event }) {
  const t = useTexts(eventTexts).one
  if (!event.status_reason) return null
  const [tone, title] =
    event.status === 'cancelled'
      ? (['warn', t.cancelled] as const)
      : event.status === 'draft'
        ? (['danger', t.returned] as const)
        : (['warn', t.changed] as const)
  return (
    <Notice tone={tone} title={title}>
      <p className="pre">{event.status_reason}</p>
    </Notice>
  )
}
