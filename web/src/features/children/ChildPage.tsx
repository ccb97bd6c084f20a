import { useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import type { Child } from '@/api/types'
import { useSession } from '@/app/session'
import { formatDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { IdleCover } from '@/ui/IdleCover'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { Tabs } from '@/ui/Tabs'
import { ChildActions } from './components/ChildActions'
import { ChildBadges } from './components/ChildBadges'
import { ChildFacts } from './components/ChildFacts'
import { CircumstancesTab } from './components/CircumstancesTab'
import { GuardiansTab } from './components/GuardiansTab'
import { HistoryTab } from './components/HistoryTab'
import { LooksTab } from './components/LooksTab'
import { SupportsTab } from './components/SupportsTab'
import { fieldTexts } from './fieldTexts'
import { ageOf, schoolOf } from './format'
import { listPlace } from './memory'
import { childQuery } from './queries'
import { ConsentsTab } from './rights/components/ConsentsTab'
import { RequestsTab } from './rights/components/RequestsTab'
import { childTexts } from './texts'
import { isWard } from './views'

type Part = keyof (typeof childTexts)['vi']['one']['parts']

export default function ChildPage() {
  const { id = '' } = useParams()
  const query = useQuery(childQuery(id))
  return (
    <>
      <QueryView query={query} skeleton={<PageSkeleton />}>
        {(child) => <ChildView key={child.id} child={child} />}
      </QueryView>
      <IdleCover />
    </>
  )
}

function ChildView({ child }: { child: Child }) {
  const t = useTexts(childTexts).one
  const words = useTexts(fieldTexts)
  const { me } = useSession()
  const [params] = useSearchParams()
  // A part that the reader does not see is not there at all.
  const parts: { key: Part; label: string; count?: number }[] = [
    { key: 'thong-tin', label: t.parts['thong-tin'] },
    { key: 'cham-soc', label: t.parts['cham-soc'], count: child.guardians.length },
  ]
  if (child.circumstances && child.risks) {
    const count = child.circumstances.length + child.risks.length
    parts.push({ key: 'hoan-canh', label: t.parts['hoan-canh'], count })
  }
  if (child.last_supported_on !== undefined) parts.push({ key: 'ho-tro', label: t.parts['ho-tro'] })
  if (child.view === 'full') parts.push({ key: 'dong-y', label: t.parts['dong-y'] })
  parts.push({ key: 'lich-su', label: t.parts['lich-su'] })
  if (isWard(me.user.role)) {
    parts.push({ key: 'yeu-cau', label: t.parts['yeu-cau'] })
    parts.push({ key: 'da-xem', label: t.parts['da-xem'] })
  }
  const current = parts.find((part) => part.key === params.get('xem'))?.key ?? 'thong-tin'
  const facts = [ageOf(child, words), words.sex[child.sex], child.neighborhood?.name, schoolOf(child, words)]
  return (
    <Page
      title={child.full_name}
      // The tab's name is kept in the browser's history: it holds the code, never the name.
      tab={t.tab(child.code)}
      back={{ to: listPlace(), label: t.back }}
      subtitle={
        <>
          <p>{[child.code, ...facts].filter(Boolean).join(' · ')}</p>
          <p className="row" style={{ gap: 6, marginTop: 6 }}>
            <ChildBadges child={child} names />
          </p>
        </>
      }
      actions={<ChildActions child={child} />}
    >
      <Warnings child={child} />
      <Tabs label={t.tabs} param="xem" current={current} items={parts} />
      {current === 'thong-tin' ? <ChildFacts child={child} /> : null}
      {current === 'cham-soc' ? <GuardiansTab child={child} /> : null}
      {current === 'hoan-canh' ? <CircumstancesTab child={child} /> : null}
      {current === 'ho-tro' ? <SupportsTab child={child} /> : null}
      {current === 'dong-y' ? <ConsentsTab child={child} /> : null}
      {current === 'yeu-cau' ? <RequestsTab child={child} /> : null}
      {current === 'lich-su' ? <HistoryTab child={child} /> : null}
      {current === 'da-xem' ? <LooksTab child={child} /> : null}
    </Page>
  )
}

function Warnings({ child }: { child: Child }) {
  const t = useTexts(childTexts).one
  const on = formatDate(child.status_on)
  return (
    <>
      {child.status === 'moved_out' ? <Notice>{t.left(on)}</Notice> : null}
      {child.status === 'deceased' ? <Notice>{t.died(on)}</Notice> : null}
      {child.status === 'aged_out' ? <Notice>{t.grown(on)}</Notice> : null}
      {child.medical_warning ? (
        <Notice tone="warn" title={t.watch}>
          <p className="pre">{child.medical_warning}</p>
        </Notice>
      ) : null}
      {child.warnings && child.warnings.length > 0 ? (
        <Notice tone="warn" title={t.warningsTitle}>
          {child.warnings.map((warning) => (
            <p key={warning}>{t.warnings[warning]}</p>
          ))}
          <p>{t.warningsHint}</p>
        </Notice>
      ) : null}
    </>
  )
}
