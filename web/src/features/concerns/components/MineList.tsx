import { useInfiniteQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { ConcernLine } from '@/api/types'
import { useSession } from '@/app/session'
import { formatWhen } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { useOutbox } from '@/offline/useOutbox'
import { LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { DataTable, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState, StaleNotice } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { ListSkeleton } from '@/ui/Skeletons'
import { concernsQuery } from '../queries'
import { concernTexts } from '../texts'
import styles from './concerns.module.css'
import { AuthorTag, DangerCell, DangerTag } from './tags'

/** What I told, and how far it is; what waits on this device first. */
export function MineList() {
  const texts = useTexts(concernTexts)
  const t = texts.mine
  const { me, can } = useSession()
  const waiting = useOutbox().filter((job) => job.kind === 'concern').length
  const query = useInfiniteQuery(concernsQuery({}))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const add = can('concerns', 'create') ? (
    <LinkButton to="/tin-bao/moi" leftSection={<IconPlus size={20} aria-hidden />} data-create>
      {texts.add}
    </LinkButton>
  ) : undefined
  const columns: Column<ConcernLine>[] = [
    {
      key: 'code',
      header: texts.list.column.code,
      cell: (row) => (
        <Link to={`/tin-bao/${row.id}`} className={styles.title}>
          {row.code} · <span className="num">{formatWhen(row.received_at)}</span>
        </Link>
      ),
    },
    {
      key: 'danger',
      header: texts.list.column.danger,
      width: '190px',
      cell: (row) => <DangerCell value={row.danger_level} />,
    },
    {
      key: 'status',
      header: texts.list.column.status,
      width: '210px',
      cell: (row) => <AuthorTag value={row.status} />,
    },
  ]
  return (
    <Page title={t.title} subtitle={me.user.role === 'police' ? t.police : t.intro} actions={add} narrow>
      {waiting > 0 ? (
        <Notice tone="danger" live title={t.waiting(waiting)} actions={<Link to="/cho-gui">{t.see}</Link>}>
          {t.waitingBody}
        </Notice>
      ) : null}
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
          <EmptyState title={t.empty} action={add}>
            {t.emptyBody}
          </EmptyState>
        ) : (
          <DataTable
            caption={t.title}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            more={{
              total: query.data.pages[0]?.total ?? 0,
              loading: query.isFetchingNextPage,
              onMore: () => void query.fetchNextPage(),
            }}
            card={(row) => (
              <Link to={`/tin-bao/${row.id}`} className={styles.card}>
                <strong>
                  {row.code} · <span className="num">{formatWhen(row.received_at)}</span>
                </strong>
                <span className={styles.tags}>
                  <AuthorTag value={row.status} />
                  {row.danger_level === 'emergency' ? <DangerTag value={row.danger_level} /> : null}
                </span>
              </Link>
            )}
          />
        )}
      </Card>
    </Page>
  )
}
