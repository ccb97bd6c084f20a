import { useInfiniteQuery } from '@tanstack/react-query'
import { IconPrinter } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { Reminder } from '@/api/types'
import { useCan } from '@/app/session'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { DataTable, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState, StaleNotice } from '@/ui/ErrorState'
import { Checkbox } from '@/ui/inputs'
import { Page } from '@/ui/Page'
import { ListSkeleton } from '@/ui/Skeletons'
import { StatusTag } from '@/ui/StatusTag'
import { UnitSelect } from '@/ui/UnitSelect'
import { remindersQuery } from './queries'
import { taskTexts } from './texts'

export default function RemindersPage() {
  const t = useTexts(taskTexts).reminders
  const can = useCan()
  const filterTexts = useTexts(taskTexts).filter
  const [params, setParams] = useSearchParams()
  const filters = useMemo(
    () => ({
      unit_id: params.get('don-vi') ?? undefined,
      plan_id: params.get('ke-hoach') ?? undefined,
      unanswered: params.get('chua-tra-loi') === '1' ? true : undefined,
    }),
    [params],
  )
  const query = useInfiniteQuery(remindersQuery(filters))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const set = (key: string, value: string | null) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old)
        if (value) next.set(key, value)
        else next.delete(key)
        return next
      },
      { replace: true },
    )
  const answer = (row: Reminder) =>
    row.answered_at ? (
      <span>
        <span className="num">{formatInstant(row.answered_at)}</span>
        {row.answer ? <span className="pre"> – {row.answer}</span> : null}
      </span>
    ) : (
      <StatusTag tone="orange" icon="clock">
        {t.noAnswer}
      </StatusTag>
    )
  const columns: Column<Reminder>[] = [
    {
      key: 'when',
      header: t.when,
      width: '150px',
      cell: (row) => <span className="num">{formatInstant(row.sent_at)}</span>,
    },
    { key: 'unit', header: t.unit, cell: (row) => row.unit.name },
    {
      key: 'task',
      header: t.task,
      cell: (row) => (
        <>
          <Link to={`/viec/${row.task.id}`}>{row.task.title}</Link>
          {row.message ? <p className="second pre">{row.message}</p> : null}
        </>
      ),
    },
    { key: 'kind', header: t.kind, cell: (row) => t.kinds[row.kind] },
    { key: 'by', header: t.by, cell: (row) => row.by?.full_name ?? t.auto },
    { key: 'answer', header: t.answer, cell: answer },
  ]
  return (
    <Page
      title={t.title}
      subtitle={t.subtitle}
      actions={
        <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {t.print}
        </Button>
      }
    >
      <div className="filters no-print" style={{ alignItems: 'center' }}>
        {can('accounts', 'read') ? (
          <UnitSelect
            aria-label={t.unit}
            placeholder={filterTexts.unit}
            value={filters.unit_id ?? null}
            onChange={(value) => set('don-vi', value)}
            clearable
          />
        ) : null}
        <Checkbox
          label={t.unanswered}
          checked={filters.unanswered === true}
          onChange={(event) => set('chua-tra-loi', event.currentTarget.checked ? '1' : null)}
        />
      </div>
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
          <EmptyState title={t.empty}>{t.emptyBody}</EmptyState>
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
              <div className="stack-2">
                <Link to={`/viec/${row.task.id}`}>{row.task.title}</Link>
                <p className="second">
                  {row.unit.name} · {t.kinds[row.kind]} · <span className="num">{formatInstant(row.sent_at)}</span>
                </p>
                {row.message ? <p className="pre">{row.message}</p> : null}
                <p>{answer(row)}</p>
              </div>
            )}
          />
        )}
      </Card>
    </Page>
  )
}
