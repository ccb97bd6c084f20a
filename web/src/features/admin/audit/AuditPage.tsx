import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { AuditEntry } from '@/api/types'
import { useSession } from '@/app/session'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { recall, remember } from '@/lib/storage'
import { Button } from '@/ui/Button'
import type { Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { LogPage } from '../components/LogPage'
import { Details, Sentence } from './components/Entry'
import { FilterBar } from './components/FilterBar'
import { toFilters, withChange } from './filters'
import { auditQuery, exportAudit } from './queries'
import { auditTexts } from './texts'

export default function AuditPage() {
  const t = useTexts(auditTexts)
  const { me } = useSession()
  const [params, setParams] = useSearchParams()
  const memory = `bup.audit.${me.user.id}`
  useEffect(() => {
    if ([...params.keys()].length > 0) return remember(memory, params.toString())
    const last = recall<string>(memory)
    if (last) setParams(new URLSearchParams(last), { replace: true })
  }, [params, setParams, memory])
  const show = (next: URLSearchParams) => {
    // An address without anything means "as I left it".
    if ([...next.keys()].length === 0) remember(memory, null)
    setParams(next, { replace: true })
  }
  const filters = useMemo(() => toFilters(params), [params])
  const query = useInfiniteQuery(auditQuery(filters))
  const filtered = Object.keys(filters).length > 0
  const clear = () => show(new URLSearchParams())
  const columns: Column<AuditEntry>[] = [
    {
      key: 'at',
      header: t.column.at,
      width: '150px',
      cell: (row) => <span className="num">{formatInstant(row.at)}</span>,
    },
    { key: 'what', header: t.column.what, cell: (row) => <Sentence row={row} /> },
    { key: 'details', header: t.column.details, width: '32%', cell: (row) => <Details row={row} /> },
  ]
  return (
    <LogPage
      t={t}
      breach="unauthorised_look"
      file="nhat-ky"
      load={(format) => exportAudit(filters, format)}
      filters={(own) => (
        <FilterBar
          filters={filters}
          own={own}
          onChange={(change) => show(withChange(params, change))}
          onClear={clear}
        />
      )}
      query={query}
      empty={
        <EmptyState
          title={filtered ? t.noMatch : t.empty}
          action={
            filtered ? (
              <Button variant="light" onClick={clear}>
                {t.clear}
              </Button>
            ) : undefined
          }
        />
      }
      columns={columns}
      rowKey={(row) => String(row.id)}
      card={(row) => (
        <div className="stack-2">
          <p className="small muted num">{formatInstant(row.at)}</p>
          <Sentence row={row} />
          <Details row={row} />
        </div>
      )}
    />
  )
}
