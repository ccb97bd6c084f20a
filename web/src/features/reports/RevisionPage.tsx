import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { RevisionContent, RevisionDifference } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Card } from '@/ui/Card'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { ListSkeleton, PageSkeleton } from '@/ui/Skeletons'
import { Numbers } from './components/Numbers'
import { DiffLines } from './components/Prose'
import styles from './components/reports.module.css'
import { Sections } from './components/Sections'
import { differenceQuery, reportQuery, revisionQuery } from './queries'
import { reportTexts } from './texts'
import { useReach } from './useReach'

/** A revision as it was submitted, and where it differs from the one before. */
export default function RevisionPage() {
  const { id = '', lan = '' } = useParams()
  const revision = Number(lan)
  const t = useTexts(reportTexts).revisions
  const { side } = useReach()
  const report = useQuery(reportQuery(id))
  const content = useQuery(revisionQuery(id, revision))
  // Above, only the revision that was sent is there.
  const compares = revision > 1 && side !== 'above'
  const difference = useQuery({ ...differenceQuery(id, revision), enabled: compares })
  return (
    <QueryView query={report} skeleton={<PageSkeleton />}>
      {({ title, year }) => (
        <Page
          title={t.page(revision)}
          tab={`${title}, ${t.page(revision)}`}
          subtitle={title}
          back={{ to: `/bao-cao/${id}`, label: t.back }}
        >
          <Notice>{t.viewing(revision)}</Notice>
          {compares ? (
            <QueryView query={difference} skeleton={<ListSkeleton rows={2} />}>
              {(found) => <Differences found={found} />}
            </QueryView>
          ) : null}
          <QueryView query={content}>
            {(found) => (
              <>
                <Sections sections={(found as RevisionContent).sections} />
                <Numbers figures={(found as RevisionContent).indicators} year={year} />
              </>
            )}
          </QueryView>
        </Page>
      )}
    </QueryView>
  )
}

function Differences({ found }: { found: RevisionDifference }) {
  const t = useTexts(reportTexts).revisions
  const shown = (value: number | null | undefined) =>
    value === null || value === undefined ? t.noNumber : formatNumber(value)
  return (
    <Card title={t.diffTitle(found.revision, found.against)}>
      <div className="stack">
        {found.numbers.length === 0 && found.sections.length === 0 ? <p className="muted">{t.none}</p> : null}
        {found.numbers.length > 0 ? (
          <div>
            <h3>{t.numbers}</h3>
            <ul className={styles.rows}>
              {found.numbers.map((one) => (
                <li key={one.code}>
                  <span>{one.label}</span>
                  <strong className="num">{t.from(shown(one.before), shown(one.after))}</strong>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {found.sections.length > 0 ? (
          <div className="stack">
            <h3>{t.sections}</h3>
            {found.sections.map((one) => (
              <div key={one.key}>
                <h4>{one.title}</h4>
                <DiffLines before={one.before} after={one.after} />
              </div>
            ))}
          </div>
        ) : null}
      </div>
    </Card>
  )
}
