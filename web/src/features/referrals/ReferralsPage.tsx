import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import type { Referral } from '@/api/types'
import { formatWhen } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { referralTexts } from '@/lib/referralTexts'
import { Card } from '@/ui/Card'
import { DataTable, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { Tabs } from '@/ui/Tabs'
import { TimeLeft } from '@/ui/TimeLeft'
import { ReferralTag } from './components/ReferralTag'
import styles from './components/referrals.module.css'
import { referralsQuery } from './queries'
import { inboxTexts } from './texts'

const TABS = { cho: ['sent'], lam: ['accepted'], xong: ['done', 'refused', 'revoked'], 'tat-ca': null } as const
type Tab = keyof typeof TABS

/** What my unit is asked to do for a child. A line says what kind of help, not for whom. */
export default function ReferralsPage() {
  const t = useTexts(inboxTexts)
  const services = useTexts(referralTexts).service
  const query = useQuery(referralsQuery)
  const wanted = useSearchParams()[0].get('xem')
  const within = (tab: Tab) => {
    const states: readonly string[] | null = TABS[tab]
    return (query.data ?? []).filter((row) => !states || states.includes(row.status))
  }
  // Coming without a choice: what waits, else what one is at.
  const tab: Tab =
    wanted && wanted in TABS ? (wanted as Tab) : within('cho').length === 0 && within('lam').length > 0 ? 'lam' : 'cho'
  const due = (row: Referral) => (row.status === 'sent' ? <TimeLeft due={row.answer_due_at} /> : null)
  const columns: Column<Referral>[] = [
    {
      key: 'what',
      header: t.column.what,
      cell: (row) => (
        <>
          <Link to={`/phoi-hop/${row.id}`} className={styles.title}>
            {services[row.service]}
          </Link>
          <p className="second num">{t.sentAt(formatWhen(row.sent_at))}</p>
        </>
      ),
    },
    { key: 'from', header: t.column.from, width: '26%', cell: (row) => row.sent_by?.full_name },
    {
      key: 'status',
      header: t.column.status,
      width: '190px',
      cell: (row) => <ReferralTag status={row.status} />,
    },
    { key: 'due', header: t.column.due, width: '180px', cell: due },
  ]
  return (
    <Page title={t.title} subtitle={t.intro}>
      <Tabs
        label={t.show}
        param="xem"
        current={tab}
        items={(Object.keys(TABS) as Tab[]).map((key) => ({
          key,
          label: t.tabs[key],
          count: key === 'cho' || key === 'lam' ? within(key).length : undefined,
        }))}
      />
      <Card flush>
        <QueryView query={query}>
          {() => {
            const rows = within(tab)
            if (rows.length === 0) {
              return (
                <EmptyState title={tab === 'cho' ? t.empty : t.emptyOther}>
                  {tab === 'cho' ? t.emptyBody : null}
                </EmptyState>
              )
            }
            const ordered = tab === 'cho' ? rows.toSorted((a, b) => (a.answer_due_at < b.answer_due_at ? -1 : 1)) : rows
            return (
              <DataTable
                caption={t.title}
                columns={columns}
                rows={ordered}
                rowKey={(row) => row.id}
                card={(row) => (
                  <Link to={`/phoi-hop/${row.id}`} className={styles.card}>
                    <strong>{services[row.service]}</strong>
                    <span className="second">
                      {[row.sent_by?.full_name, t.sentAt(formatWhen(row.sent_at))].filter(Boolean).join(' · ')}
                    </span>
                    <span className={styles.tags}>
                      {due(row)}
                      <ReferralTag status={row.status} />
                    </span>
                  </Link>
                )}
              />
            )
          }}
        </QueryView>
      </Card>
    </Page>
  )
}
