import { useQuery } from '@tanstack/react-query'
import { IconPrinter } from '@tabler/icons-react'
import { useSearchParams } from 'react-router'
import type { CaseNumbers } from '@/api/types'
import { useCan } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { formatNumber } from '@/lib/text'
import { IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { DateField } from '@/ui/DateField'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import styles from './components/cases.module.css'
import { listPlace } from './memory'
import { numbersQuery } from './queries'
import { caseTexts } from './texts'

type Count = CaseNumbers['by_status'][number]

/** Numbers only: one column a ward, for the ward itself and for the level above. */
export default function NumbersPage() {
  const can = useCan()
  const texts = useTexts(caseTexts)
  const t = texts.numbers
  const [params, setParams] = useSearchParams()
  const [from, to] = [params.get('tu'), params.get('den')]
  const allowed = can('case_numbers', 'read')
  const query = useQuery({ ...numbersQuery(from, to), enabled: allowed })
  if (!allowed) return <ErrorState error={new ApiProblem(403, {})} />
  const set = (name: string) => (value: string | null) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old)
        if (value) next.set(name, value)
        else next.delete(name)
        return next
      },
      { replace: true },
    )
  return (
    <Page
      title={t.title}
      subtitle={t.intro}
      back={can('cases', 'read') ? { to: listPlace(), label: texts.back } : undefined}
      actions={
        <IconButton label={t.print} tone="light" onClick={() => window.print()}>
          <IconPrinter size={20} aria-hidden />
        </IconButton>
      }
    >
      <div className="filters no-print">
        <DateField label={t.from} value={from} onChange={set('tu')} />
        <DateField label={t.to} value={to} onChange={set('den')} />
      </div>
      <QueryView query={query}>
        {(wards) =>
          wards.length === 0 ? (
            <Card>
              <EmptyState>{t.none}</EmptyState>
            </Card>
          ) : (
            <>
              {wards.some((ward) => ward.suppressed) ? <Notice>{t.why}</Notice> : null}
              <Card flush>
                <Table wards={wards} />
              </Card>
            </>
          )
        }
      </QueryView>
    </Page>
  )
}

function Table({ wards }: { wards: CaseNumbers[] }) {
  const texts = useTexts(caseTexts)
  const t = texts.numbers
  const block = (title: string, of: (ward: CaseNumbers) => Count[], words: Record<string, string>) => (
    <>
      <tr data-head>
        <th scope="colgroup" colSpan={wards.length + 1}>
          {title}
        </th>
      </tr>
      {(wards[0] ? of(wards[0]) : []).map(({ word }) => (
        <tr key={word} data-late={word === 'late' || undefined}>
          <th scope="row">{words[word] ?? word}</th>
          {wards.map((ward) => (
            <td key={ward.ward_id}>
              <Figure value={of(ward).find((one) => one.word === word)?.count} />
            </td>
          ))}
        </tr>
      ))}
    </>
  )
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="sr-only">{t.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.total}</th>
            {wards.map((ward) => (
              <th key={ward.ward_id} scope="col">
                {ward.ward_name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t.concerns}</th>
            {wards.map((ward) => (
              <td key={ward.ward_id}>
                <Figure value={ward.concerns} />
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t.cases}</th>
            {wards.map((ward) => (
              <td key={ward.ward_id}>
                <Figure value={ward.cases} />
              </td>
            ))}
          </tr>
          {block(t.byStatus, (ward) => ward.by_status, texts.status)}
          {block(t.byDanger, (ward) => ward.by_danger, texts.danger)}
          {block(t.byClock, (ward) => ward.by_clock, t.clocks)}
        </tbody>
      </table>
    </div>
  )
}

function Figure({ value }: { value: number | null | undefined }) {
  const t = useTexts(caseTexts).numbers
  if (value === null || value === undefined) {
    return (
      <span title={t.why}>
        <span aria-hidden>…</span>
        <span className="sr-only">{t.held}</span>
      </span>
    )
  }
  return formatNumber(value)
}
