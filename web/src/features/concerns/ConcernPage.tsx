import { useQuery } from '@tanstack/react-query'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { Concern } from '@/api/types'
import { useCan } from '@/app/session'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { saveBlob } from '@/ui/Attachments'
import { Button, LinkButton } from '@/ui/Button'
import { Card, Facts } from '@/ui/Card'
import { IdleCover } from '@/ui/IdleCover'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { PersonName } from '@/ui/PersonName'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { useAct } from '@/ui/useAct'
import { DeskNotices } from './components/DeskNotices'
import { ReporterCard } from './components/ReporterCard'
import { ResultCard } from './components/ResultCard'
import { ScreenDialog } from './components/ScreenDialog'
import { AuthorTag, ConcernTag, DangerTag, SuspectTag } from './components/tags'
import { Told } from './components/Told'
import { listPlace } from './filters'
import { concernQuery, intakeForm } from './queries'
import { concernTexts } from './texts'

export default function ConcernPage() {
  const { id = '' } = useParams()
  const query = useQuery(concernQuery(id))
  return (
    <>
      <QueryView query={query} skeleton={<PageSkeleton />}>
        {(concern) => <View key={concern.id} concern={concern} />}
      </QueryView>
      <IdleCover />
    </>
  )
}

function View({ concern }: { concern: Concern }) {
  const t = useTexts(concernTexts)
  const desk = useCan()('concerns', 'update')
  const [screening, setScreening] = useState(false)
  const { act, busy } = useAct([])
  const may = (action: Concern['allowed_actions'][number]) => concern.allowed_actions.includes(action)
  const print = () =>
    act('print', async () => saveBlob(await intakeForm(concern.id), `${t.act.printName}-${concern.code}.docx`))
  return (
    <Page
      title={concern.code}
      back={{ to: listPlace(), label: desk ? t.back : t.mine.title }}
      subtitle={
        <span className="row">
          {desk ? <ConcernTag value={concern.status} /> : <AuthorTag value={concern.status} />}
          <DangerTag value={concern.danger_level} />
          {desk && concern.is_suspect ? <SuspectTag /> : null}
        </span>
      }
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            title={t.act.printHint}
            loading={busy === 'print'}
            onClick={() => void print()}
          >
            {t.act.print}
          </Button>
          {may('edit') ? (
            <LinkButton to={`/tin-bao/${concern.id}/sua`} variant="default">
              {t.act.edit}
            </LinkButton>
          ) : null}
          {may('screen') ? <Button onClick={() => setScreening(true)}>{t.act.screen}</Button> : null}
        </>
      }
    >
      {desk ? (
        <DeskNotices concern={concern} />
      ) : (
        <Notice
          tone={concern.status === 'received' ? 'info' : 'ok'}
          title={concern.status === 'received' ? t.mine.status.received : t.mine.status.seen}
        >
          {concern.status === 'received' ? t.mine.receivedBody : t.mine.seenBody}
        </Notice>
      )}
      <div className="split">
        <div className="stack">
          <Told concern={concern} />
        </div>
        <div className="stack">
          {desk ? <ResultCard concern={concern} /> : null}
          <Card title={t.one.source}>
            <Facts
              items={[
                [t.one.via, t.via[concern.received_via]],
                concern.told_at
                  ? [
                      t.one.told,
                      <span key="t" className="num">
                        {formatInstant(concern.told_at)}
                      </span>,
                    ]
                  : null,
                [
                  t.one.received,
                  <span key="r" className="num">
                    {formatInstant(concern.received_at)}
                  </span>,
                ],
                [t.one.subject, t.subject[concern.subject_kind]],
                concern.is_public
                  ? [t.one.by, t.one.public]
                  : concern.created_by
                    ? [t.one.by, <PersonName key="p" person={concern.created_by} unit />]
                    : null,
              ]}
            />
          </Card>
          {desk ? <ReporterCard concern={concern} /> : null}
        </div>
      </div>
      {screening ? <ScreenDialog concern={concern} onClose={() => setScreening(false)} /> : null}
    </Page>
  )
}
