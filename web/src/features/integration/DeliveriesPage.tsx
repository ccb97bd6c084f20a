import { useInfiniteQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { WebhookDelivery } from '@/api/types'
import { useCan } from '@/app/session'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { DataTable, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { StatusTag } from '@/ui/StatusTag'
import { useAct } from '@/ui/useAct'
import { deliveriesQuery, HOOK_TOUCHES, pingWebhook, replayDelivery } from './queries'
import { integrationTexts } from './texts'

const looks = {
  pending: { tone: 'blue', icon: 'clock' },
  delivered: { tone: 'green', icon: 'check' },
  failed: { tone: 'red', icon: 'alert' },
} as const

export default function DeliveriesPage() {
  const { id = '' } = useParams()
  const { log: t, hooks: h } = useTexts(integrationTexts)
  const manage = useCan()('webhooks', 'update')
  const query = useInfiniteQuery(deliveriesQuery(id))
  const { act, busy } = useAct(HOOK_TOUCHES)
  const what = (row: WebhookDelivery) =>
    row.event === 'ping' ? h.ping : ((h.event as Record<string, string>)[row.event] ?? row.event)
  const status = (row: WebhookDelivery) => (
    <>
      <StatusTag {...looks[row.status]}>{t.statuses[row.status]}</StatusTag>
      {row.next_try_at && row.tries > 0 ? <p className="second num">{t.next(formatInstant(row.next_try_at))}</p> : null}
    </>
  )
  const tries = (row: WebhookDelivery) =>
    row.attempts.length === 0 ? null : (
      <ul className="second num" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
        {row.attempts.map((one, at) => (
          <li key={at}>
            {t.attempt(
              formatInstant(one.at),
              one.status == null ? t.reasons[one.reason] : t.answered(t.reasons[one.reason], one.status),
              one.duration_ms,
            )}
          </li>
        ))}
      </ul>
    )
  const again = (row: WebhookDelivery) =>
    manage && row.status !== 'pending' ? (
      <Button
        size="sm"
        variant="default"
        loading={busy === row.id}
        onClick={() => void act(row.id, (key) => replayDelivery(id, row.id, key), t.replayed)}
      >
        {t.replay}
      </Button>
    ) : null
  const columns: Column<WebhookDelivery>[] = [
    { key: 'what', header: t.column.what, cell: (row) => <strong>{what(row)}</strong> },
    { key: 'at', header: t.column.at, cell: (row) => <span className="num">{formatInstant(row.occurred_at)}</span> },
    { key: 'status', header: t.column.status, cell: status },
    { key: 'tries', header: t.column.tries, cell: tries },
    ...(manage ? [{ key: 'again', header: '', cell: again }] : []),
  ]
  return (
    <Page
      title={t.title}
      back={{ to: '/quan-tri/webhook', label: t.back }}
      actions={
        manage ? (
          <Button
            variant="default"
            loading={busy === 'ping'}
            onClick={() => void act('ping', (key) => pingWebhook(id, key), h.pinged)}
          >
            {h.sendPing}
          </Button>
        ) : undefined
      }
    >
      <Card flush>
        <QueryView query={query}>
          {(data) => {
            const rows = data.pages.flatMap((page) => page.items)
            return rows.length === 0 ? (
              <EmptyState title={t.empty}>{t.emptyBody}</EmptyState>
            ) : (
              <DataTable
                caption={t.title}
                columns={columns}
                rows={rows}
                rowKey={(row) => row.id}
                more={{
                  total: data.pages[0]?.total ?? 0,
                  loading: query.isFetchingNextPage,
                  onMore: () => void query.fetchNextPage(),
                }}
                card={(row) => (
                  <div className="stack-2">
                    <p className="row-between">
                      <strong>{what(row)}</strong>
                      <span className="second num">{formatInstant(row.occurred_at)}</span>
                    </p>
                    <div>{status(row)}</div>
                    {tries(row)}
                    {again(row)}
                  </div>
                )}
              />
            )
          }}
        </QueryView>
      </Card>
    </Page>
  )
}
