import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { SignInTry } from '@/api/types'
import { useSession } from '@/app/session'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { ExportMenu } from '@/ui/ExportMenu'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { DataTable, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState, StaleNotice } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { ListSkeleton } from '@/ui/Skeletons'
import { StatusTag, type Tone } from '@/ui/StatusTag'
import { SignInFilterBar } from './SignInFilterBar'
import { EVERYTHING, toFilters, withChange } from './filters'
import { exportSignIns, signInsQuery } from './queries'
import { signInTexts } from './texts'

/** Who could not sign in, when and from where: what an administrator looks at when somebody guesses. */
export default function SignInsPage() {
  const t = useTexts(signInTexts)
  const { me, can } = useSession()
  const own = me.permissions.find(({ resource }) => resource === 'audit')?.scope === 'own'
  const [params, setParams] = useSearchParams()
  const show = (next: URLSearchParams) => setParams(next, { replace: true })
  const filters = useMemo(() => toFilters(params), [params])
  const query = useInfiniteQuery(signInsQuery(filters))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const filtered = [...params.keys()].length > 0
  const clear = () => show(new URLSearchParams())
  const columns: Column<SignInTry>[] = [
    {
      key: 'at',
      header: t.column.at,
      width: '150px',
      cell: (row) => <span className="num">{formatInstant(row.last_at)}</span>,
    },
    { key: 'person', header: t.column.person, cell: (row) => <Person row={row} /> },
    { key: 'result', header: t.column.result, cell: (row) => <Result result={row.result} /> },
    { key: 'place', header: t.column.place, cell: (row) => <Place row={row} /> },
    {
      key: 'times',
      header: t.column.times,
      width: '90px',
      cell: (row) => <span className="num">{row.times}</span>,
    },
  ]
  return (
    <Page
      title={t.title}
      subtitle={own ? t.own : t.subtitle}
      actions={
        <>
          {can('breaches', 'create') ? (
            <LinkButton to="/vi-pham-du-lieu/moi?loai=stolen_account" variant="default">
              {t.breach}
            </LinkButton>
          ) : null}
          <ExportMenu name="dang-nhap" load={(format) => exportSignIns(filters, format)} t={t} />
        </>
      }
    >
      <SignInFilterBar
        params={params}
        own={own}
        onChange={(change) => show(withChange(params, change))}
        onClear={clear}
      />
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
          <EmptyState
            title={filtered ? t.noMatch : t.empty}
            action={
              <Button
                variant="light"
                onClick={filtered ? clear : () => show(withChange(params, { 'ket-qua': EVERYTHING }))}
              >
                {filtered ? t.clear : t.seeAll}
              </Button>
            }
          />
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
                <p className="small muted num">{formatInstant(row.last_at)}</p>
                <Person row={row} />
                <Result result={row.result} />
                <p className="small">
                  <Place row={row} /> · <span className="num">{t.times(String(row.times))}</span>
                </p>
              </div>
            )}
          />
        )}
      </Card>
    </Page>
  )
}

function Person({ row }: { row: SignInTry }) {
  const t = useTexts(signInTexts)
  if (!row.person) return <span className="muted">{t.nobody}</span>
  const second = [...new Set([row.person.position, row.person.unit_name])].filter(Boolean).join(', ')
  return (
    <div>
      <p>
        <strong>{row.person.full_name}</strong>
      </p>
      {second ? <p className="small muted">{second}</p> : null}
    </div>
  )
}

const TONES: Record<SignInTry['result'], Tone> = {
  signed_in: 'green',
  wrong_password: 'orange',
  wrong_code: 'orange',
  closed: 'plain',
  unknown_name: 'plain',
  locked: 'red',
  flood: 'red',
}

function Result({ result }: { result: SignInTry['result'] }) {
  const t = useTexts(signInTexts)
  const tone = TONES[result]
  const icon = tone === 'green' ? 'check' : tone === 'red' ? 'ban' : 'alert'
  return (
    <StatusTag tone={tone} icon={icon}>
      {t.results[result]}
    </StatusTag>
  )
}

function Place({ row }: { row: SignInTry }) {
  const t = useTexts(signInTexts)
  return row.address ? <span className="num">{row.address}</span> : <span className="muted">{t.manyPlaces}</span>
}
