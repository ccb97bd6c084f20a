import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { SignInTry } from '@/api/types'
import { formatInstant } from '@/lib/dates'
import { withParams } from '@/lib/address'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import type { Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { StatusTag, type Tone } from '@/ui/StatusTag'
import { LogPage } from '../components/LogPage'
import { SignInFilterBar } from './SignInFilterBar'
import { EVERYTHING, toFilters, type Change } from './filters'
import { exportSignIns, signInsQuery } from './queries'
import { signInTexts } from './texts'

/** Who could not sign in, when and from where: what an administrator looks at when somebody guesses. */
export default function SignInsPage() {
  const t = useTexts(signInTexts)
  const [params, setParams] = useSearchParams()
  const filters = useMemo(() => toFilters(params), [params])
  const query = useInfiniteQuery(signInsQuery(filters))
  const filtered = [...params.keys()].length > 0
  const change = (to: Change) => setParams(withParams(params, to), { replace: true })
  const clear = () => setParams(new URLSearchParams(), { replace: true })
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
    <LogPage
      t={t}
      breach="stolen_account"
      file="dang-nhap"
      load={(format) => exportSignIns(filters, format)}
      filters={(own) => <SignInFilterBar params={params} own={own} onChange={change} onClear={clear} />}
      query={query}
      empty={
        <EmptyState
          title={filtered ? t.noMatch : t.empty}
          action={
            <Button variant="light" onClick={filtered ? clear : () => change({ 'ket-qua': EVERYTHING })}>
              {filtered ? t.clear : t.seeAll}
            </Button>
          }
        />
      }
      columns={columns}
      rowKey={(row) => row.id}
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
