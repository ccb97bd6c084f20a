import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Recommendation } from '@/api/types'
import { formatDate, formatWhen } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Attachments } from '@/ui/Attachments'
import { Button } from '@/ui/Button'
import { Card, Facts } from '@/ui/Card'
import { useProblemText } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { toast } from '@/ui/toast'
import { FixSheet } from './components/FixSheet'
import { RecommendationDialog } from './components/RecommendationDialog'
import { DueText, RecommendationTag } from './components/tags'
import { loadAttachment, recommendationQuery } from './queries'
import { recommendationTexts } from './texts'
import { useFollowUp } from './useFollowUp'

export default function RecommendationPage() {
  const { id = '' } = useParams()
  const query = useQuery(recommendationQuery(id))
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(row) => <View key={row.id} row={row} />}
    </QueryView>
  )
}

function View({ row }: { row: Recommendation }) {
  const t = useTexts(recommendationTexts)
  const problemText = useProblemText()
  const moves = useFollowUp(row)
  const [dialog, setDialog] = useState<'fix' | 'edit' | null>(null)
  const may = (action: Recommendation['allowed_actions'][number]) => row.allowed_actions.includes(action)
  return (
    <Page
      title={t.number(row.number)}
      back={{ to: '/kiem-tra/kien-nghi', label: t.back }}
      subtitle={
        <span className="row">
          <span>{row.unit.name}</span>
          <RecommendationTag row={row} />
          <DueText row={row} />
        </span>
      }
      actions={
        <>
          {may('fix') ? (
            <Button variant={may('remind') ? 'default' : 'filled'} onClick={() => setDialog('fix')}>
              {t.act.fix}
            </Button>
          ) : null}
          {may('verify') ? (
            <Button loading={moves.busy === 'verify'} onClick={() => void moves.verify()}>
              {t.act.verify}
            </Button>
          ) : null}
          {may('return') ? (
            <Button variant="default" loading={moves.busy === 'return'} onClick={() => void moves.giveBack()}>
              {t.act.giveBack}
            </Button>
          ) : null}
          {may('remind') ? (
            <Button loading={moves.busy === 'remind'} onClick={() => void moves.remind()}>
              {t.act.remind}
            </Button>
          ) : null}
          {may('edit') ? (
            <Button variant="default" onClick={() => setDialog('edit')}>
              {t.act.edit}
            </Button>
          ) : null}
          {may('withdraw') ? (
            <Button
              variant="subtle"
              color="red"
              loading={moves.busy === 'withdraw'}
              onClick={() => void moves.withdraw()}
            >
              {t.act.withdraw}
            </Button>
          ) : null}
        </>
      }
    >
      {row.status_reason ? (
        <Notice tone="warn" title={row.status === 'withdrawn' ? t.withdrawn : t.returned}>
          <p className="pre">{row.status_reason}</p>
        </Notice>
      ) : null}
      <div className="split">
        <div className="stack">
          <Card title={t.form.text}>
            <p className="pre">{row.text}</p>
          </Card>
          {row.fix_note ? (
            <Card title={t.fixTitle}>
              <div className="stack">
                <p className="pre">{row.fix_note}</p>
                {row.fixed_at ? (
                  <p className="second">{t.by(row.fixed_by?.full_name ?? row.unit.name, formatWhen(row.fixed_at))}</p>
                ) : null}
                <Attachments
                  files={row.attachments}
                  load={loadAttachment}
                  onFailure={(error) => toast.error(problemText(error))}
                />
              </div>
            </Card>
          ) : null}
          {row.status === 'verified' ? (
            <Card title={t.checkTitle}>
              <p className="pre">{row.check_note || t.confirmed}</p>
              {row.verified_at ? (
                <p className="second">{t.by(row.verified_by?.full_name ?? '', formatWhen(row.verified_at))}</p>
              ) : null}
            </Card>
          ) : null}
        </div>
        <Card>
          <Facts
            items={[
              [
                t.of,
                <Link key="i" to={`/kiem-tra/${row.inspection_id}`}>
                  {row.inspection_title}
                </Link>,
              ],
              [t.unit, row.unit.name],
              [t.made, formatDate(row.made_on)],
              [t.dueOn, formatDate(row.due_on)],
              row.reminded_on ? [t.reminded, formatDate(row.reminded_on)] : null,
            ]}
          />
        </Card>
      </div>
      {dialog === 'fix' ? <FixSheet row={row} onClose={() => setDialog(null)} /> : null}
      {dialog === 'edit' ? (
        <RecommendationDialog
          inspection={row.inspection_id}
          units={[row.unit]}
          row={row}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </Page>
  )
}
