import { useQuery } from '@tanstack/react-query'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { Figure, Report } from '@/api/types'
import { formatInstant, formatRange } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { LinkButton } from '@/ui/Button'
import { usePhone } from '@/ui/DataTable'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { useLeaveGuard } from '@/ui/useLeaveGuard'
import { ActionBar } from './components/ActionBar'
import { ChecksCard, NotReady } from './components/Checks'
import { Downloads } from './components/Downloads'
import { HeadCard } from './components/HeadCard'
import { NumberDialog } from './components/NumberDialog'
import { Numbers } from './components/Numbers'
import styles from './components/reports.module.css'
import { ReportCharts } from './components/ReportCharts'
import { RowsSheet } from './components/RowsSheet'
import { Sections, type Edits } from './components/Sections'
import { FactsCard, RevisionsCard, StepsCard } from './components/Side'
import { ReportTag } from './components/tags'
import { goTo } from './goTo'
import { reportQuery } from './queries'
import { reportTexts } from './texts'
import { useMoves } from './useMoves'
import { useWriting } from './useWriting'

export default function ReportPage() {
  const { id = '' } = useParams()
  const query = useQuery(reportQuery(id))
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(report) => <View key={report.id} report={report} />}
    </QueryView>
  )
}

function View({ report }: { report: Report }) {
  const t = useTexts(reportTexts)
  const phone = usePhone()
  const writing = useWriting(report)
  const [edits, setEdits] = useState<Edits>({})
  const [figure, setFigure] = useState<Figure | null>(null)
  const unsaved = report.sections.some(({ key, body }) => edits[key] !== undefined && edits[key] !== body)
  useLeaveGuard(unsaved, t.leave)
  const moves = useMoves(report, unsaved)
  const mayWrite = report.allowed_actions.includes('edit')
  const checks = mayWrite ? <ChecksCard checks={report.checks} /> : null
  // Beside the text there is no room for a table of five columns.
  const numbers = (
    <Numbers figures={report.indicators} year={report.year} openable onWrite={mayWrite ? setFigure : undefined} />
  )
  const ofWard = report.kind.startsWith('ward')
  return (
    <Page
      title={report.title}
      back={{ to: '/bao-cao', label: t.back }}
      subtitle={
        <span className="row">
          <span>{report.unit?.name ?? t.kind[report.kind]}</span>
          <span className="num">{t.one.period(formatRange(report.period_from, report.period_to))}</span>
          <ReportTag report={report} />
        </span>
      }
      actions={
        <>
          <LinkButton
            to={`/bao-cao/${report.id}/in`}
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
          >
            {t.act.print}
          </LinkButton>
          <Downloads report={report} />
        </>
      }
    >
      <Notices report={report} mayWrite={mayWrite} />
      <Jump withChecks={mayWrite} />
      <div className="split">
        <div className="stack">
          {phone ? checks : null}
          {ofWard ? <HeadCard report={report} writing={mayWrite ? writing : undefined} /> : null}
          <Sections
            sections={report.sections}
            writing={mayWrite ? writing : undefined}
            edits={edits}
            onEdits={setEdits}
          />
          {phone ? numbers : null}
        </div>
        <div className="stack">
          {phone ? null : checks}
          <FactsCard report={report} />
          <StepsCard report={report} />
          <RevisionsCard report={report} />
        </div>
      </div>
      <ReportCharts report={report} />
      {phone ? null : numbers}
      <ActionBar report={report} moves={moves} />
      <RowsSheet report={report} />
      {figure ? <NumberDialog figure={figure} writing={writing} onClose={() => setFigure(null)} /> : null}
      {moves.notReady ? <NotReady checks={moves.notReady} onClose={moves.forget} /> : null}
      {writing.compare}
    </Page>
  )
}

function Notices({ report, mayWrite }: { report: Report; mayWrite: boolean }) {
  const t = useTexts(reportTexts).one
  const stays = report.sent_revision && mayWrite ? t.sentStays(report.sent_revision) : null
  return (
    <>
      {report.reason ? (
        <Notice tone="warn" title={report.status === 'returned' ? t.returned : t.revising}>
          <p className="pre">{report.reason}</p>
          {stays ? <p>{stays}</p> : null}
        </Notice>
      ) : null}
      {report.is_suppressed ? (
        <Notice title={t.suppressed}>
          <p>{t.suppressedBody}</p>
        </Notice>
      ) : null}
      <p className="second">
        {report.is_frozen ? (report.submitted_at ? t.frozen(formatInstant(report.submitted_at)) : null) : t.live}
      </p>
    </>
  )
}

/** A report is long: the ways to its parts. */
function Jump({ withChecks }: { withChecks: boolean }) {
  const t = useTexts(reportTexts).one
  const parts: [string, string][] = [
    ['noi-dung', t.content],
    ['so-lieu', t.numbers],
    ['qua-trinh', t.history],
  ]
  return (
    <nav className={`${styles.jump} no-print`} aria-label={t.jump} data-checks={withChecks || undefined}>
      {parts.map(([anchor, label]) => (
        <a
          key={anchor}
          href={`#${anchor}`}
          onClick={(event) => {
            event.preventDefault()
            goTo(anchor)
          }}
        >
          {label}
        </a>
      ))}
    </nav>
  )
}
