import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import type { Figure, IndicatorRow, Report } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Button } from '@/ui/Button'
import { ErrorState } from '@/ui/ErrorState'
import { Sheet } from '@/ui/Modal'
import { Notice } from '@/ui/Notice'
import { ListSkeleton } from '@/ui/Skeletons'
import { rowPlace } from '../figures'
import { catalogueQuery, rowsQuery } from '../queries'
import { reportTexts } from '../texts'
import styles from './reports.module.css'

/** The list behind a number, by its address (`?so=children_total&phan=sex:female`). */
export function RowsSheet({ report }: { report: Report }) {
  const [params, setParams] = useSearchParams()
  const figure = report.indicators.find(({ code }) => code === params.get('so'))
  if (!figure) return null
  const close = () => {
    const next = new URLSearchParams(params)
    next.delete('so')
    next.delete('phan')
    setParams(next, { replace: true, preventScrollReset: true })
  }
  return (
    <Sheet opened onClose={close} title={figure.label} size="xl">
      <Behind report={report} figure={figure} part={params.get('phan')} />
    </Sheet>
  )
}

function Behind({ report, figure, part }: { report: Report; figure: Figure; part: string | null }) {
  const t = useTexts(reportTexts).rows
  const [params] = useSearchParams()
  const query = useInfiniteQuery(rowsQuery(report.id, figure.code, part, report.version))
  const catalogue = useQuery(catalogueQuery)
  const indicator = catalogue.data?.indicators.find(({ code }) => code === figure.code)
  const first = query.data?.pages[0]
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  if (!first) {
    return query.isError ? (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <ListSkeleton rows={4} />
    )
  }
  const label = figure.parts.find((one) => `${one.dimension}:${one.key}` === part)?.label
  const whole = new URLSearchParams(params)
  whole.delete('phan')
  return (
    <div className="stack">
      <div className="stack-2">
        <p>
          <strong>{t.sum(`${formatNumber(first.value)} ${figure.measure}`, formatNumber(first.rows))}</strong>
        </p>
        {part ? (
          <p className="row">
            <span>{t.part(label ?? part)}</span>
            <Link to={`?${whole.toString()}`} preventScrollReset replace>
              {t.whole}
            </Link>
          </p>
        ) : null}
        {indicator?.method ? <p className="second">{t.method(indicator.method)}</p> : null}
        {indicator?.legal_basis ? <p className="second">{t.basis(indicator.legal_basis)}</p> : null}
        <p className="second">{t.looked}</p>
      </div>
      {figure.is_manual && figure.value !== null ? (
        <Notice tone="warn">{t.manual(formatNumber(figure.value))}</Notice>
      ) : null}
      {first.unnamed > 0 ? <Notice>{t.unnamed(first.unnamed)}</Notice> : null}
      {first.rows === 0 ? <p className="muted">{t.none}</p> : null}
      <ul className={styles.rows}>
        {rows.map((row, at) => (
          <Row key={`${row.id}${at}`} row={row} />
        ))}
      </ul>
      {query.hasNextPage ? (
        <div>
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t.more}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function Row({ row }: { row: IndicatorRow }) {
  const t = useTexts(reportTexts).rows
  const place = rowPlace(row.resource, row.id)
  return (
    <li>
      {place ? <Link to={place}>{row.label}</Link> : <span>{row.label}</span>}
      {row.amount === 1 ? null : <span className="second num">{t.amount(formatNumber(row.amount))}</span>}
    </li>
  )
}
