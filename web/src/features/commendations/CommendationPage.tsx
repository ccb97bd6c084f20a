import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Commendation } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card, Facts } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { FileButton } from '@/ui/FileButton'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { useAct } from '@/ui/useAct'
import { AwardDialog } from './components/AwardDialog'
import { CommendationTag } from './components/CommendationTag'
import { DecideDialog } from './components/DecideDialog'
import { EditDialog } from './components/EditDialog'
import { COMMENDATION_TOUCHES, commendationQuery, declineCommendation, files, withdrawCommendation } from './queries'
import { commendationTexts } from './texts'

export default function CommendationPage() {
  const { id = '' } = useParams()
  const query = useQuery(commendationQuery(id))
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(row) => <View key={row.id} row={row} />}
    </QueryView>
  )
}

function View({ row }: { row: Commendation }) {
  const t = useTexts(commendationTexts)
  const { act, busy } = useAct(COMMENDATION_TOUCHES)
  const [dialog, setDialog] = useState<'decide' | 'award' | 'edit' | null>(null)
  const close = () => setDialog(null)
  const may = (action: Commendation['allowed_actions'][number]) => row.allowed_actions.includes(action)
  const reason = { label: t.act.reason, missing: t.act.reasonMissing }
  const decline = async () => {
    const answer = await ask({ title: t.act.declineTitle, confirm: t.act.decline, reason })
    if (answer.yes) await act('decline', (key) => declineCommendation(row, key, answer.reason), t.act.declined)
  }
  const withdraw = async () => {
    const answer = await ask({ title: t.act.withdrawTitle, confirm: t.act.withdraw, danger: true, reason })
    if (answer.yes) await act('withdraw', (key) => withdrawCommendation(row, key, answer.reason), t.act.withdrawn)
  }
  const { decision } = row
  return (
    <Page
      title={row.name}
      back={{ to: '/khen-thuong', label: t.back }}
      subtitle={
        <span className="row">
          <span>{[t.kind[row.kind], row.position, row.form].filter(Boolean).join(' · ')}</span>
          <CommendationTag status={row.status} />
        </span>
      }
      actions={
        <>
          {may('decide') ? <Button onClick={() => setDialog('decide')}>{t.act.decide}</Button> : null}
          {may('award') ? <Button onClick={() => setDialog('award')}>{t.act.award}</Button> : null}
          {may('edit') ? (
            <Button variant="default" onClick={() => setDialog('edit')}>
              {t.act.edit}
            </Button>
          ) : null}
          {may('decline') ? (
            <Button variant="default" loading={busy === 'decline'} onClick={() => void decline()}>
              {t.act.decline}
            </Button>
          ) : null}
          {decision ? (
            <FileButton
              label={t.decisionPaper}
              name={`${t.fileName.decision}.docx`}
              load={() => files.decision(decision.id)}
            />
          ) : null}
          {may('withdraw') ? (
            <Button variant="subtle" color="red" loading={busy === 'withdraw'} onClick={() => void withdraw()}>
              {t.act.withdraw}
            </Button>
          ) : null}
        </>
      }
    >
      {row.status === 'declined' || row.status === 'withdrawn' ? (
        <Notice tone="warn" title={t.one.reason[row.status]}>
          <p className="pre">{row.status_reason}</p>
        </Notice>
      ) : null}
      <div className="split">
        <div className="stack">
          <Card title={t.one.achievement}>
            <p className="pre">{row.achievement}</p>
          </Card>
          {row.tasks.length > 0 ? (
            <Card title={t.one.tasks}>
              <ul>
                {row.tasks.map((task) => (
                  <li key={task.id}>
                    <Link to={`/viec/${task.id}`}>{task.title}</Link>
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
        </div>
        <Card>
          <Facts
            items={[
              [t.one.form, row.form],
              row.unit ? [t.one.unit, row.unit.name] : null,
              [t.one.proposer, row.proposed_unit?.name ?? ''],
              [t.one.proposedOn, formatDate(row.proposed_on)],
              decision ? [t.one.decision, `${decision.number_text}, ${formatDate(decision.decided_on)}`] : null,
              row.awarded_on
                ? [t.one.awarded, [formatDate(row.awarded_on), row.awarded_at].filter(Boolean).join(', ')]
                : null,
            ]}
          />
        </Card>
      </div>
      {dialog === 'decide' ? <DecideDialog rows={[row]} onClose={close} /> : null}
      {dialog === 'award' ? <AwardDialog row={row} onClose={close} /> : null}
      {dialog === 'edit' ? <EditDialog row={row} onClose={close} /> : null}
    </Page>
  )
}
