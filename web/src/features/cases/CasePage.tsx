import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import type { CaseFolder, CasePart } from '@/api/types'
import { useSession } from '@/app/session'
import { formatDate, formatInstant, formatTime } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { sealedIds } from '@/offline/sealed'
import { LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Guard } from '@/ui/Guard'
import { IdleCover } from '@/ui/IdleCover'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { Tabs } from '@/ui/Tabs'
import { CaseTag, DangerTag } from './components/CaseTags'
import { FilesTab } from './components/FilesTab'
import { FormsTab } from './components/FormsTab'
import { LooksTab } from './components/LooksTab'
import { MeasuresTab } from './components/MeasuresTab'
import { MoreActs } from './components/MoreActs'
import { NextBar, NextStep } from './components/NextStep'
import { PeopleTab } from './components/PeopleTab'
import { ReferralsTab } from './components/ReferralsTab'
import { Stepper, StepWord } from './components/Stepper'
import { TimelineTab } from './components/TimelineTab'
import type { Do, Doing } from './doing'
import { fileTexts } from './components/texts'
import { ageOf } from './format'
import { draftId } from './form/draft'
import { listPlace } from './memory'
import { folderQuery } from './queries'
import { FORM_KINDS, formPlace } from './steps'
import { caseTexts } from './texts'

const CaseDialog = lazy(() => import('./dialogs/CaseDialog'))

type Tab = keyof (typeof fileTexts)['vi']['parts']

export default function CasePage() {
  const { id = '' } = useParams()
  const query = useQuery(folderQuery(id))
  return (
    <>
      <QueryView query={query} skeleton={<PageSkeleton />}>
        {(folder) => <View key={folder.case.id} folder={folder} />}
      </QueryView>
      <IdleCover />
    </>
  )
}

function View({ folder }: { folder: CaseFolder }) {
  const t = useTexts(fileTexts)
  const words = useTexts(caseTexts)
  const { today } = useSession()
  const [params] = useSearchParams()
  const [doing, setDoing] = useState<Doing | null>(null)
  const onDo: Do = (what, id) => setDoing({ what, id })
  const one = folder.case
  const sees = (part: CasePart) => one.parts.includes(part)
  // A part that the reader does not see is not there at all.
  const tabs: { key: Tab; label: string; count?: number }[] = [
    { key: 'dien-bien', label: t.parts['dien-bien'] },
    { key: 'mau', label: t.parts.mau },
  ]
  if (sees('measures')) tabs.push({ key: 'bien-phap', label: t.parts['bien-phap'], count: folder.measures.length })
  if (sees('referrals')) tabs.push({ key: 'chuyen-gui', label: t.parts['chuyen-gui'], count: folder.referrals.length })
  tabs.push({ key: 'tep', label: t.parts.tep, count: folder.files.length })
  if (sees('people')) tabs.push({ key: 'nguoi', label: t.parts.nguoi, count: one.assigned.length })
  if (sees('log')) tabs.push({ key: 'da-xem', label: t.parts['da-xem'] })
  const current = tabs.find((tab) => tab.key === params.get('xem'))?.key ?? 'dien-bien'
  const child = one.child
  const facts = [
    ageOf(child, today, t),
    child.date_of_birth ? t.born(formatDate(child.date_of_birth)) : null,
    child.sex && child.sex !== 'unknown' ? words.sex[child.sex] : null,
    child.address,
  ]
  return (
    <Page
      title={child.full_name || t.noName}
      // The tab's name is kept in the browser's history: it holds the code, never the name.
      tab={t.tab(one.code)}
      back={{ to: listPlace(), label: words.back }}
      subtitle={
        <>
          <p>{[one.code, ...facts].filter(Boolean).join(' · ')}</p>
          <p className="row" style={{ gap: 6, marginTop: 6 }}>
            <CaseTag status={one.status} />
            <DangerTag level={one.danger_level} />
            <span className="second">{words.protection[one.protection_level]}</span>
            {one.round > 1 ? <span className="second">· {t.round(one.round)}</span> : null}
            {one.child_id ? <Link to={`/tre-em/${one.child_id}`}>{t.toChild}</Link> : null}
          </p>
        </>
      }
    >
      <Warnings folder={folder} />
      <Card>
        <Stepper of={one} />
        <StepWord of={one} />
      </Card>
      <NextStep of={one} onDo={onDo} />
      <div className="row no-print">
        <MoreActs of={one} onDo={onDo} />
      </div>
      <Tabs label={t.tabs} param="xem" current={current} items={tabs} />
      {current === 'dien-bien' ? <TimelineTab entries={folder.entries} /> : null}
      {current === 'mau' ? <FormsTab folder={folder} /> : null}
      {current === 'bien-phap' ? <MeasuresTab folder={folder} onDo={onDo} /> : null}
      {current === 'chuyen-gui' ? <ReferralsTab folder={folder} onDo={onDo} /> : null}
      {current === 'tep' ? <FilesTab folder={folder} onDo={onDo} /> : null}
      {current === 'nguoi' ? <PeopleTab of={one} onDo={onDo} /> : null}
      {current === 'da-xem' ? <LooksTab id={one.id} /> : null}
      <NextBar of={one} onDo={onDo} />
      {doing ? (
        <Guard onFailure={() => setDoing(null)}>
          <Suspense>
            <CaseDialog doing={doing} folder={folder} onClose={() => setDoing(null)} />
          </Suspense>
        </Guard>
      ) : null}
    </Page>
  )
}

function Warnings({ folder: { case: one } }: { folder: CaseFolder }) {
  const t = useTexts(fileTexts)
  const { me } = useSession()
  const [drafts, setDrafts] = useState<string[]>([])
  useEffect(() => {
    void sealedIds(me.user.id, draftId(one.id, '')).then(setDrafts)
  }, [me.user.id, one.id])
  return (
    <>
      {one.glass_until ? <Notice tone="warn">{t.glass(formatTime(one.glass_until))}</Notice> : null}
      {one.status === 'closed' && one.closed_at ? (
        <Notice tone="ok">{t.closed(formatInstant(one.closed_at))}</Notice>
      ) : null}
      {one.status === 'transferred' ? <Notice>{t.transferred}</Notice> : null}
      {one.police_passed_at ? <Notice>{t.police(formatInstant(one.police_passed_at))}</Notice> : null}
      {FORM_KINDS.filter((kind) => drafts.includes(draftId(one.id, kind))).map((kind) => (
        <Notice
          key={kind}
          tone="warn"
          actions={
            <LinkButton to={formPlace(one.id, kind)} size="sm" variant="default">
              {t.openDraft}
            </LinkButton>
          }
        >
          {t.drafts(t.forms.short[kind])}
        </Notice>
      ))}
    </>
  )
}
