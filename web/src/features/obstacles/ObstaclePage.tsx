import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Obstacle } from '@/api/types'
import { formatDate, formatInstant, formatWhen } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Attachments } from '@/ui/Attachments'
import { Button } from '@/ui/Button'
import { Card, Facts } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { useProblemText } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { PersonName } from '@/ui/PersonName'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { StatusTag } from '@/ui/StatusTag'
import { ObstacleTag } from '@/ui/tags'
import { toast } from '@/ui/toast'
import { useAct } from '@/ui/useAct'
import { AnswerForm } from './components/AnswerForm'
import { EditDialog } from './components/EditDialog'
import { EscalateDialog } from './components/EscalateDialog'
import { closeObstacle, loadAttachment, obstacleQuery, OBSTACLE_TOUCHES } from './queries'
import { obstacleTexts } from './texts'

export default function ObstaclePage() {
  const { id = '' } = useParams()
  const query = useQuery(obstacleQuery(id))
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(obstacle) => <View key={obstacle.id} obstacle={obstacle} />}
    </QueryView>
  )
}

function View({ obstacle }: { obstacle: Obstacle }) {
  const t = useTexts(obstacleTexts)
  const problemText = useProblemText()
  const { act, busy } = useAct(OBSTACLE_TOUCHES)
  const [dialog, setDialog] = useState<'escalate' | 'edit' | null>(null)
  const may = (action: Obstacle['allowed_actions'][number]) => obstacle.allowed_actions.includes(action)
  const close = async () => {
    const answer = await ask({ title: t.act.closeTitle, body: t.act.closeBody, confirm: t.act.close })
    if (answer.yes) await act('close', (key) => closeObstacle(obstacle, key), t.act.closed)
  }
  return (
    <Page
      title={obstacle.title}
      back={{ to: '/vuong-mac', label: t.back }}
      subtitle={
        <span className="row">
          <ObstacleTag status={obstacle.status} />
          {obstacle.answer_late ? (
            <StatusTag tone="red" icon="alert">
              {t.lateTag}
            </StatusTag>
          ) : null}
        </span>
      }
      actions={
        <>
          {may('escalate') ? (
            <Button variant="default" onClick={() => setDialog('escalate')}>
              {t.act.escalate}
            </Button>
          ) : null}
          {may('edit') ? (
            <Button variant="default" onClick={() => setDialog('edit')}>
              {t.one.edit}
            </Button>
          ) : null}
          {may('close') ? (
            <Button
              variant={obstacle.status === 'answered' ? 'filled' : 'default'}
              loading={busy === 'close'}
              onClick={() => void close()}
            >
              {t.act.close}
            </Button>
          ) : null}
        </>
      }
    >
      {obstacle.escalated_to ? (
        <Notice tone="warn" title={t.one.escalated[obstacle.escalated_to]}>
          {obstacle.escalation_note ? <p className="pre">{obstacle.escalation_note}</p> : null}
        </Notice>
      ) : null}
      <div className="split">
        <div className="stack">
          <Card title={t.one.description}>
            <div className="stack">
              {obstacle.description ? <p className="pre">{obstacle.description}</p> : null}
              <Attachments
                files={obstacle.attachments}
                load={loadAttachment}
                onFailure={(error) => toast.error(problemText(error))}
              />
            </div>
          </Card>
          {obstacle.answer ? (
            <Card title={t.one.answer}>
              <p className="pre">{obstacle.answer}</p>
              {obstacle.answered_by && obstacle.answered_at ? (
                <p className="second" style={{ marginTop: 8 }}>
                  {t.one.answeredBy(obstacle.answered_by.full_name, formatWhen(obstacle.answered_at))}
                </p>
              ) : null}
            </Card>
          ) : null}
          {may('answer') ? (
            <AnswerForm obstacle={obstacle} />
          ) : obstacle.answer ? null : (
            <p className="muted">{t.one.waiting}</p>
          )}
        </div>
        <Card>
          <Facts
            items={[
              [t.one.unit, obstacle.unit.name],
              obstacle.raised_by ? [t.one.raisedBy, <PersonName key="p" person={obstacle.raised_by} />] : null,
              [t.one.when, formatInstant(obstacle.created_at)],
              [t.one.due, formatDate(obstacle.answer_due_on)],
              obstacle.task
                ? [
                    t.one.task,
                    <Link key="t" to={`/viec/${obstacle.task.id}`}>
                      {obstacle.task.title}
                    </Link>,
                  ]
                : null,
            ]}
          />
        </Card>
      </div>
      {dialog === 'escalate' ? <EscalateDialog obstacle={obstacle} onClose={() => setDialog(null)} /> : null}
      {dialog === 'edit' ? <EditDialog obstacle={obstacle} onClose={() => setDialog(null)} /> : null}
    </Page>
  )
}
