import { useInfiniteQuery } from '@tanstack/react-query'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { formatWhen } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { placeOf } from '@/lib/places'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState, StaleNotice } from '@/ui/ErrorState'
import { Checkbox } from '@/ui/inputs'
import { Page } from '@/ui/Page'
import { ListSkeleton } from '@/ui/Skeletons'
import { uiTexts } from '@/ui/texts'
import { useAct } from '@/ui/useAct'
import styles from './NotificationsPage.module.css'
import { notificationsQuery, readAll, readOne } from './queries'
import { notificationTexts } from './texts'

const TOUCHES = [['notifications'], ['me']]

export default function NotificationsPage() {
  const t = useTexts(notificationTexts)
  const ui = useTexts(uiTexts)
  const [unread, setUnread] = useState(false)
  const query = useInfiniteQuery(notificationsQuery(unread))
  const { act, busy } = useAct(TOUCHES)
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const total = query.data?.pages[0]?.total ?? 0
  return (
    <Page
      title={t.title}
      actions={
        rows.some((row) => !row.read_at) ? (
          <Button variant="default" loading={busy === 'all'} onClick={() => void act('all', readAll, t.readAllDone)}>
            {t.readAll}
          </Button>
        ) : undefined
      }
      narrow
    >
      <Checkbox label={t.unreadOnly} checked={unread} onChange={(event) => setUnread(event.currentTarget.checked)} />
      {query.isError && query.data ? (
        <StaleNotice at={query.dataUpdatedAt} onRetry={() => void query.refetch()} />
      ) : null}
      <Card flush>
        {query.data === undefined ? (
          query.isError ? (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <ListSkeleton />
          )
        ) : rows.length === 0 ? (
          <EmptyState title={unread ? t.emptyUnread : t.empty}>{t.emptyBody}</EmptyState>
        ) : (
          <ul className={styles.list}>
            {rows.map((row) => (
              <li key={row.id} className={styles.row} data-unread={!row.read_at || undefined}>
                <Link
                  to={placeOf(row.resource, row.row_id)}
                  className={styles.text}
                  onClick={() => {
                    if (!row.read_at) void act(row.id, () => readOne(row.id))
                  }}
                >
                  <span>
                    {row.read_at ? null : <span className="sr-only">{t.unread}: </span>}
                    {row.text}
                  </span>
                  <span className="small muted num">{formatWhen(row.created_at)}</span>
                </Link>
                {row.read_at ? null : (
                  <IconButton label={t.markRead} onClick={() => void act(row.id, () => readOne(row.id))}>
                    <IconCheck size={20} aria-hidden />
                  </IconButton>
                )}
              </li>
            ))}
          </ul>
        )}
      </Card>
      {rows.length < total ? (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {ui.loadMore(rows.length, total)}
        </Button>
      ) : null}
    </Page>
  )
}
