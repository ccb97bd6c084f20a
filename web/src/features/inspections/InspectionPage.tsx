import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Inspection } from '@/api/types'
import { formatDate, formatRange } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button, LinkButton } from '@/ui/Button'
import { Card, Facts } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { Textarea } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { toast } from '@/ui/toast'
import { useAct } from '@/ui/useAct'
import { useHouseForm } from '@/ui/useHouseForm'
import { FileButton } from '@/ui/FileButton'
import styles from './components/inspections.module.css'
import { RecommendationDialog } from './components/RecommendationDialog'
import { DueText, InspectionTag, RecommendationTag } from './components/tags'
import { VisitsCard } from './components/VisitsCard'
import {
  cancelInspection,
  files,
  finishInspection,
  inspectionQuery,
  INSPECTION_TOUCHES,
  recommendationsOfQuery,
} from './queries'
import { inspectionTexts } from './texts'

export default function InspectionPage() {
  const { id = '' } = useParams()
  const query = useQuery(inspectionQuery(id))
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(row) => <View key={row.id} row={row} />}
    </QueryView>
  )
}

function View({ row }: { row: Inspection }) {
  const t = useTexts(inspectionTexts)
  const { act, busy } = useAct(INSPECTION_TOUCHES)
  const [dialog, setDialog] = useState<'recommend' | 'finish' | null>(null)
  const may = (action: Inspection['allowed_actions'][number]) => row.allowed_actions.includes(action)
  const cancel = async () => {
    const answer = await ask({
      title: t.act.cancelTitle,
      body: t.act.cancelBody,
      confirm: t.act.cancel,
      danger: true,
      reason: { label: t.act.reason, missing: t.act.reasonMissing },
    })
    if (answer.yes) await act('cancel', (key) => cancelInspection(row, key, answer.reason), t.act.cancelled)
  }
  return (
    <Page
      title={row.title}
      back={{ to: '/kiem-tra', label: t.back }}
      subtitle={
        <span className="row">
          <span>{t.kind[row.kind]}</span>
          <InspectionTag status={row.status} />
          <span className="num">{formatRange(row.starts_on, row.ends_on)}</span>
        </span>
      }
      actions={
        <>
          {may('finish') ? (
            <Button variant={row.units_visited > 0 ? 'filled' : 'default'} onClick={() => setDialog('finish')}>
              {t.one.finish}
            </Button>
          ) : null}
          {may('edit') ? (
            <LinkButton to={`/kiem-tra/${row.id}/sua`} variant="default">
              {t.one.edit}
            </LinkButton>
          ) : null}
          <FileButton label={t.one.plan} name={`${t.fileName.plan}.docx`} load={() => files.plan(row.id)} />
          {may('cancel') ? (
            <Button variant="subtle" color="red" loading={busy === 'cancel'} onClick={() => void cancel()}>
              {t.one.cancel}
            </Button>
          ) : null}
        </>
      }
    >
      {row.status_reason ? (
        <Notice tone="warn" title={t.one.cancelled}>
          <p className="pre">{row.status_reason}</p>
        </Notice>
      ) : null}
      <div className="split">
        <div className="stack">
          {row.conclusion ? (
            <Card title={t.one.conclusion}>
              <p className="pre">{row.conclusion}</p>
            </Card>
          ) : null}
          <VisitsCard row={row} />
          <Recommendations row={row} onAdd={may('recommend') ? () => setDialog('recommend') : null} />
        </div>
        <div className="stack">
          <Card>
            <Facts
              items={[
                [t.one.lead, row.lead_unit.name],
                row.section_path ? [t.one.section, row.section_path] : null,
                row.done_on ? [t.one.doneOn, formatDate(row.done_on)] : null,
                [t.one.units, row.units.map((unit) => unit.name).join(', ')],
                row.members.length > 0
                  ? [
                      t.one.members,
                      row.members.map((one) => (
                        <p key={one.name + (one.position ?? '')}>
                          {[one.name, one.position].filter(Boolean).join(', ')}
                        </p>
                      )),
                    ]
                  : null,
                row.purpose
                  ? [
                      t.one.purpose,
                      <span key="p" className="pre">
                        {row.purpose}
                      </span>,
                    ]
                  : null,
              ]}
            />
          </Card>
          <Card title={t.one.topics}>
            <ul className={styles.lines}>
              {row.topics.map((topic) => (
                <li key={topic.code}>{topic.text}</li>
              ))}
            </ul>
          </Card>
        </div>
      </div>
      {dialog === 'recommend' ? (
        <RecommendationDialog inspection={row.id} units={row.units} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'finish' ? <FinishDialog row={row} onClose={() => setDialog(null)} /> : null}
    </Page>
  )
}

function Recommendations({ row, onAdd }: { row: Inspection; onAdd: (() => void) | null }) {
  const t = useTexts(inspectionTexts).one
  const query = useQuery(recommendationsOfQuery(row.id))
  return (
    <Card title={t.recommendations}>
      <div className="stack">
        {query.data && query.data.length > 0 ? (
          <ul className={styles.lines}>
            {query.data.map((one) => (
              <li key={one.id} className={styles.head}>
                <span>
                  <Link to={`/kiem-tra/kien-nghi/${one.id}`}>{one.text}</Link>
                  <span className="second" style={{ display: 'block' }}>
                    {one.unit.name} · <DueText row={one} />
                  </span>
                </span>
                <RecommendationTag row={one} />
              </li>
            ))}
          </ul>
        ) : (
          <p className="muted">{t.noRecommendations}</p>
        )}
        {onAdd ? (
          <div>
            <Button variant="light" onClick={onAdd}>
              {t.recommend}
            </Button>
          </div>
        ) : null}
      </div>
    </Card>
  )
}

function FinishDialog({ row, onClose }: { row: Inspection; onClose: () => void }) {
  const t = useTexts(inspectionTexts).act
  const queries = useQueryClient()
  const house = useHouseForm({
    initial: { conclusion: '' },
    send: async (values, key) => {
      await finishInspection(row, key, nfc(values.conclusion))
      for (const queryKey of INSPECTION_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.finished)
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={t.finishTitle}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        <p>{t.finishBody}</p>
        {house.summary}
        <Textarea label={t.conclusion} autosize minRows={3} maxLength={8000} {...house.field('conclusion')} />
        <Button type="submit" loading={house.busy}>
          {t.finish}
        </Button>
      </form>
    </Modal>
  )
}
