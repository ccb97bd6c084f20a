import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { AuditEntry } from '@/api/types'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { placeOf } from '@/lib/places'
import { comparePeople } from '@/lib/text'
import { Card } from '@/ui/Card'
import { DataTable, type Column } from '@/ui/DataTable'
import { DateField } from '@/ui/DateField'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState, StaleNotice } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { PersonName } from '@/ui/PersonName'
import { Select } from '@/ui/Select'
import { ListSkeleton } from '@/ui/Skeletons'
import { StatusTag } from '@/ui/StatusTag'
import { auditQuery, peopleQuery, type AuditFilters } from './queries'
import { adminTexts } from './texts'

export default function AuditPage() {
  const t = useTexts(adminTexts).audit
  const resources: Record<string, string> = useTexts(adminTexts).permissions.resources
  const verbs: Record<string, string> = t.verbs
  // `tasks.accept` → the verb in the reader's language; a verb that is new here is shown as the server names it.
  const verb = (action: string) => verbs[action.split('.').at(-1) ?? ''] ?? action
  const [params, setParams] = useSearchParams()
  const filters = useMemo<AuditFilters>(
    () => ({
      from: params.get('tu') ?? undefined,
      to: params.get('den') ?? undefined,
      actor_id: params.get('nguoi') ?? undefined,
      resource: params.get('muc') ?? undefined,
      outcome: (params.get('ket-qua') as AuditFilters['outcome'] | null) ?? undefined,
    }),
    [params],
  )
  const query = useInfiniteQuery(auditQuery(filters))
  const people = useQuery(peopleQuery)
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
  const actor = (row: AuditEntry) => (
    <>
      {row.actor ? <PersonName person={row.actor} /> : t.system}
      {row.acting_for ? <p className="small muted">{t.for(row.acting_for.full_name)}</p> : null}
    </>
  )
  const what = (row: AuditEntry) => (
    <>
      <p>
        {linked(row) ? <Link to={placeOf(row.resource, row.row_id)}>{verb(row.action)}</Link> : verb(row.action)}
        <span className="muted"> · {resources[row.resource] ?? row.resource}</span>
      </p>
      {row.outcome === 'denied' ? (
        <StatusTag tone="red" icon="ban">
          {t.denied}
        </StatusTag>
      ) : null}
    </>
  )
  const columns: Column<AuditEntry>[] = [
    {
      key: 'at',
      header: t.column.at,
      width: '150px',
      cell: (row) => <span className="num">{formatInstant(row.at)}</span>,
    },
    { key: 'actor', header: t.column.actor, width: '24%', cell: actor },
    { key: 'what', header: t.column.what, width: '26%', cell: what },
    { key: 'changes', header: t.column.changes, cell: (row) => <Changes changes={row.changes} /> },
  ]
  return (
    <Page title={t.title} subtitle={t.subtitle}>
      <div className="filters">
        <DateField id="audit-from" label={t.from} value={filters.from ?? null} onChange={(value) => set('tu', value)} />
        <DateField id="audit-to" label={t.to} value={filters.to ?? null} onChange={(value) => set('den', value)} />
        <Select
          label={t.actor}
          searchable
          clearable
          data={(people.data ?? [])
            .toSorted((a, b) => comparePeople(a.full_name, b.full_name))
            .map((user) => ({ value: user.id, label: user.full_name }))}
          value={filters.actor_id ?? null}
          onChange={(value) => set('nguoi', value)}
        />
        <Select
          label={t.outcome}
          clearable
          data={[
            { value: 'done', label: t.done },
            { value: 'denied', label: t.denied },
          ]}
          value={filters.outcome ?? null}
          onChange={(value) => set('ket-qua', value)}
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
          <EmptyState title={t.empty} />
        ) : (
          <DataTable
            caption={t.title}
            columns={columns}
            rows={rows}
            rowKey={(row) => String(row.id)}
            more={{
              total: query.data.pages[0]?.total ?? 0,
              loading: query.isFetchingNextPage,
              onMore: () => void query.fetchNextPage(),
            }}
            card={(row) => (
              <div className="stack-2">
                <p className="small muted num">{formatInstant(row.at)}</p>
                <div>{actor(row)}</div>
                <div>{what(row)}</div>
                <Changes changes={row.changes} />
              </div>
            )}
          />
        )}
      </Card>
    </Page>
  )
}

function linked(row: AuditEntry): boolean {
  return Boolean(row.row_id) && ['tasks', 'plans', 'obstacles'].includes(row.resource)
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function Changes({ changes }: { changes: unknown }) {
  const t = useTexts(adminTexts).audit
  const entries = changes && typeof changes === 'object' ? Object.entries(changes as Record<string, unknown>) : []
  if (entries.length === 0) return null
  return (
    <details>
      <summary style={{ cursor: 'pointer', minHeight: 24 }}>{t.changes(entries.length)}</summary>
      <dl className="small">
        {entries.map(([field, value]) => {
          const pair = Array.isArray(value) && value.length === 2 ? value : null
          return (
            <div key={field} style={{ overflowWrap: 'anywhere' }}>
              <dt style={{ fontWeight: 600 }}>{field}</dt>
              <dd>
                {pair ? `${shown(pair[0]) || t.nothing} → ${shown(pair[1]) || t.nothing}` : shown(value) || t.nothing}
              </dd>
            </div>
          )
        })}
      </dl>
    </details>
  )
}
