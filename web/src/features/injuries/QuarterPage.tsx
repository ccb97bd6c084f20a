import { useQuery } from '@tanstack/react-query'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { InjuryLine, InjuryQuarter } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { saveBlob } from '@/ui/Attachments'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { useProblemText } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import styles from './components/injuries.module.css'
import { BANDS, COLUMNS, PLACES, quarterOf, rowsBehind } from './filters'
import { quarterFile, quarterQuery } from './queries'
import { injuryTexts } from './texts'

/** The form that goes up, each of its numbers a way to the rows behind it. */
export default function QuarterPage() {
  const texts = useTexts(injuryTexts)
  const t = texts.quarter
  const { today } = useSession()
  const [params, setParams] = useSearchParams()
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const now = quarterOf(today)
  const year = Number(params.get('nam')) || now.year
  const quarter = Number(params.get('quy')) || now.quarter
  const query = useQuery(quarterQuery(year, quarter))
  const set = (name: string, value: string | null) =>
    setParams({ nam: String(year), quy: String(quarter), ...(value ? { [name]: value } : {}) }, { replace: true })
  const download = async () => {
    setBusy(true)
    try {
      saveBlob(await quarterFile(year, quarter), `tai-nan-thuong-tich-quy-${quarter}-${year}.xlsx`)
    } catch (error) {
      toast.error(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Page
      title={t.title(quarter, year)}
      back={{ to: '/tai-nan', label: texts.back }}
      actions={
        <>
          <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
            {t.print}
          </Button>
          <Button loading={busy} leftSection={<IconDownload size={18} aria-hidden />} onClick={() => void download()}>
            {t.download}
          </Button>
        </>
      }
    >
      <div className="filters no-print">
        <Select
          label={t.quarter}
          allowDeselect={false}
          value={String(quarter)}
          onChange={(value) => set('quy', value)}
          data={['1', '2', '3', '4']}
        />
        <Select
          label={t.year}
          allowDeselect={false}
          value={String(year)}
          onChange={(value) => set('nam', value)}
          data={[0, 1, 2, 3, 4].map((back) => String(now.year - back))}
        />
      </div>
      <QueryView query={query}>
        {(table) => (
          <Card>
            <div className="stack">
              <p className="second no-print">{t.hint}</p>
              {/* A wide table must scroll by keyboard also where all its numbers are zero. */}
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
              <div className={styles.scroll} tabIndex={0} role="region" aria-label={t.title(quarter, year)}>
                <Paper table={table} />
              </div>
              <p>{t.disabled(table.disabled)}</p>
              <p>{t.children(formatNumber(table.children))}</p>
            </div>
          </Card>
        )}
      </QueryView>
    </Page>
  )
}

function Paper({ table }: { table: InjuryQuarter }) {
  const texts = useTexts(injuryTexts)
  const t = texts.quarter
  const heads = [
    t.total,
    t.boys,
    t.girls,
    ...BANDS.map((band) => band.replace('-', '–')),
    ...PLACES.map((p) => texts.place[p]),
  ]
  const cells = (line: InjuryLine) =>
    COLUMNS.flatMap((column, at) => {
      const count = column.of(line)
      const kind = line.kind ? texts.kind[line.kind] : t.sum
      return (['cases', 'deaths'] as const).map((what) => (
        <td key={`${at}${what}`}>
          {count[what] > 0 ? (
            <Link
              to={rowsBehind(table, line.kind, column.filter, what === 'deaths')}
              aria-label={t.rows(count[what], kind, `${heads[at]}, ${t[what]}`)}
            >
              {count[what]}
            </Link>
          ) : (
            <span className="muted">0</span>
          )}
        </td>
      ))
    })
  return (
    <table className={styles.paper}>
      <caption className="sr-only">{t.title(table.quarter, table.year)}</caption>
      <thead>
        <tr>
          <th rowSpan={3} scope="col">
            {t.kind}
          </th>
          <th rowSpan={2} colSpan={2} scope="colgroup">
            {t.total}
          </th>
          <th rowSpan={2} colSpan={2} scope="colgroup">
            {t.boys}
          </th>
          <th rowSpan={2} colSpan={2} scope="colgroup">
            {t.girls}
          </th>
          <th colSpan={8} scope="colgroup">
            {t.age}
          </th>
          <th colSpan={6} scope="colgroup">
            {t.place}
          </th>
        </tr>
        <tr>
          {heads.slice(3).map((head) => (
            <th key={head} colSpan={2} scope="colgroup">
              {head}
            </th>
          ))}
        </tr>
        <tr>
          {heads.flatMap((head) => [
            <th key={`${head}c`} scope="col">
              {t.cases}
            </th>,
            <th key={`${head}d`} scope="col">
              {t.deaths}
            </th>,
          ])}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((line) => (
          <tr key={line.kind ?? line.label}>
            <th scope="row">{line.kind ? texts.kind[line.kind] : line.label}</th>
            {cells(line)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t.sum}</th>
          {cells(table.total)}
        </tr>
      </tfoot>
    </table>
  )
}
