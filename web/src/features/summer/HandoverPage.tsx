import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { HandoverDetail } from '@/api/types'
import { formatDate, formatInstant, formatRange } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card, Facts } from '@/ui/Card'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { fromPeople } from './board'
import { ChildrenCard } from './components/ChildrenCard'
import { DifferencesCard } from './components/DifferencesCard'
import { HandoverTag } from './components/HandoverTag'
import { HeadDialog } from './components/HeadDialog'
import { PapersMenu } from './components/PapersMenu'
import { handoverQuery } from './queries'
import { summerTexts } from './texts'
import { useHandoverActs } from './useHandoverActs'

export default function HandoverPage() {
  const { id = '' } = useParams()
  const query = useQuery(handoverQuery(id))
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(handover) => <Handover key={handover.id} handover={handover} />}
    </QueryView>
  )
}

function Handover({ handover }: { handover: HandoverDetail }) {
  const texts = useTexts(summerTexts)
  const t = texts.one
  const acts = useHandoverActs(handover)
  const [editing, setEditing] = useState(false)
  const may = (action: HandoverDetail['allowed_actions'][number]) => handover.allowed_actions.includes(action)
  const pre = (text: string) => (text ? <span className="pre">{text}</span> : null)
  const time = [handover.begins_at, handover.ends_at].filter(Boolean).join(' – ')
  const returnTime = [handover.return_begins_at, handover.return_ends_at].filter(Boolean).join(' – ')
  const fact = (label: string, value: React.ReactNode): [string, React.ReactNode] | null =>
    value ? [label, value] : null
  return (
    <Page
      title={t.title(handover.school?.name ?? '', handover.neighborhood?.name ?? '')}
      subtitle={
        <span className="row">
          {t.year(handover.year)} <HandoverTag status={handover.status} />
        </span>
      }
      back={{ to: '/sinh-hoat-he', label: t.back }}
      actions={
        <>
          <PapersMenu handover={handover} />
          {may('reopen') ? (
            <Button variant="default" loading={acts.busy === 'reopen'} onClick={() => void acts.reopen()}>
              {texts.act.reopen}
            </Button>
          ) : null}
          {may('hand_over') ? (
            <Button loading={acts.busy === 'hand_over'} onClick={() => void acts.handOver()}>
              {texts.act.handOver}
            </Button>
          ) : null}
          {may('receive') ? (
            <Button loading={acts.busy === 'receive'} onClick={() => void acts.receive()}>
              {texts.act.receive}
            </Button>
          ) : null}
          {may('return') ? (
            <Button loading={acts.busy === 'return'} onClick={() => void acts.giveBack()}>
              {texts.act.giveBack}
            </Button>
          ) : null}
        </>
      }
    >
      {handover.reopen_reason && handover.status === 'prepared' ? (
        <Notice tone="warn">{t.reopened(handover.reopen_reason)}</Notice>
      ) : null}
      <div className="split">
        <ChildrenCard handover={handover} />
        <div className="stack">
          <Card
            title={t.head}
            aside={
              may('edit') ? (
                <Button size="sm" variant="default" className="no-print" onClick={() => setEditing(true)}>
                  {t.edit}
                </Button>
              ) : null
            }
          >
            <Facts
              items={[
                ...(['handed_over', 'received', 'returned'] as const).map((name): [string, string] => {
                  const signature = handover[name]
                  if (!signature) return [t.signed[name], t.notSigned]
                  const who = [signature.by?.full_name, signature.position].filter(Boolean).join(', ')
                  return [t.signed[name], t.signedBy(who, formatInstant(signature.at))]
                }),
                fact(t.number, handover.number),
                fact(t.venue, handover.venue),
                fact(t.meets, [formatDate(handover.meets_on), time].filter(Boolean).join(', ')),
                fact(t.summer, formatRange(handover.summer_from, handover.summer_to)),
                fact(t.schoolPeople, pre(fromPeople(handover.school_representatives))),
                fact(t.localPeople, pre(fromPeople(handover.receiving_representatives))),
                fact(t.parents, pre(fromPeople(handover.parents))),
                fact(t.documents, pre(handover.documents.join('\n'))),
                fact(t.assessment, pre(handover.assessment.join('\n'))),
                fact(t.copies, handover.copies),
                fact(
                  t.returnMeeting,
                  [formatDate(handover.returns_on), returnTime, handover.return_venue].filter(Boolean).join(', '),
                ),
              ]}
            />
          </Card>
          <div className="no-print">
            <DifferencesCard differences={handover.differences} />
          </div>
        </div>
      </div>
      {editing ? <HeadDialog handover={handover} onClose={() => setEditing(false)} /> : null}
    </Page>
  )
}
