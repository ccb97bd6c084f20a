import { useInfiniteQuery } from '@tanstack/react-query'
import type { Communication, CommunicationReport } from '@/api/types'
import { formatDate, formatWhen } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Attachments } from '@/ui/Attachments'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { ErrorState, useProblemText } from '@/ui/ErrorState'
import { ListSkeleton } from '@/ui/Skeletons'
import { uiTexts } from '@/ui/texts'
import { toast } from '@/ui/toast'
import { useAct } from '@/ui/useAct'
import { COMMUNICATION_TOUCHES, loadAttachment, reportsQuery, withdrawReport } from '../queries'
import { communicationTexts } from '../texts'
import styles from './communications.module.css'

/** What units have sent, newest first, with their photos. */
export function ReportsCard({ item }: { item: Communication }) {
  const t = useTexts(communicationTexts).one
  const ui = useTexts(uiTexts)
  const query = useInfiniteQuery(reportsQuery(item.id))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const total = query.data?.pages[0]?.total ?? 0
  return (
    <Card title={t.reports}>
      {query.data === undefined ? (
        query.isError ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <ListSkeleton />
        )
      ) : rows.length === 0 ? (
        <p className="muted">{t.noReports}</p>
      ) : (
        <>
          <ul className={styles.lines} aria-label={t.reports}>
            {rows.map((report) => (
              <Line key={report.id} item={item} report={report} />
            ))}
          </ul>
          {rows.length < total ? (
            <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {ui.loadMore(rows.length, total)}
            </Button>
          ) : null}
        </>
      )}
    </Card>
  )
}

function Line({ item, report }: { item: Communication; report: CommunicationReport }) {
  const t = useTexts(communicationTexts)
  const problemText = useProblemText()
  const { act, busy } = useAct(COMMUNICATION_TOUCHES)
  const withdraw = async () => {
    const answer = await ask({
      title: t.one.withdrawTitle,
      body: t.one.withdrawBody,
      confirm: t.one.withdraw,
      danger: true,
    })
    if (answer.yes) await act('withdraw', (key) => withdrawReport(item.id, report.id, key), t.one.withdrawn)
  }
  return (
    <li>
      <div className={`${styles.grow} stack-2`}>
        <p>
          <strong>{report.unit?.name}</strong>:{' '}
          {t.one.reportLine(formatNumber(report.times), t.times[item.channel], formatDate(report.done_on))}
        </p>
        {report.note ? <p className="pre">{report.note}</p> : null}
        {report.link ? (
          <a href={report.link} target="_blank" rel="noopener noreferrer" className="pre">
            {report.link}
          </a>
        ) : null}
        <Attachments
          files={report.attachments}
          load={loadAttachment}
          onFailure={(error) => toast.error(problemText(error))}
        />
        {report.by ? <p className="small muted">{t.one.reportBy(report.by.full_name, formatWhen(report.at))}</p> : null}
      </div>
      {report.may_withdraw ? (
        <Button variant="subtle" loading={busy === 'withdraw'} onClick={() => void withdraw()}>
          {t.one.withdraw}
        </Button>
      ) : null}
    </li>
  )
}
