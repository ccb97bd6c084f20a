import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { IndicatorChoices, ReportsOverview } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { compareVietnamese, formatNumber } from '@/lib/text'
import { Card } from '@/ui/Card'
import { usePhone } from '@/ui/DataTable'
import { MultiSelect } from '@/ui/Select'
import { figureOf, totalOf, type Shown, type Total } from '../compare'
import { CODES_MAX } from '../filters'
import { superiorTexts } from '../texts'
import styles from './superior.module.css'

type Sum = ReportsOverview['sums'][number]
type Choices = Pick<IndicatorChoices, 'blocks' | 'indicators'>

interface CompareCardProps {
  data: ReportsOverview
  catalogue: Choices | undefined
  chosen: string[]
  onChoose: (codes: string[]) => void
}

/** The figures of what was sent, side by side, and their sums: a floor wherever a ward holds one back. */
export function CompareCard({ data, catalogue, chosen, onChoose }: CompareCardProps) {
  const t = useTexts(superiorTexts).compare
  const phone = usePhone()
  const isHeldBack = data.wards.some((ward) => ward.figures.some((figure) => figure.hidden))
  const sent = data.wards_total - data.missing
  return (
    <Card title={t.title}>
      <div className="stack">
        <div className="no-print">
          <MultiSelect
            label={t.choose}
            description={t.chooseHint(CODES_MAX)}
            value={chosen}
            onChange={onChoose}
            maxValues={CODES_MAX}
            data={choices(catalogue, data)}
            maxDropdownHeight={320}
          />
        </div>
        <p className="second">{t.sentOnly(formatNumber(sent), formatNumber(data.wards_total))}</p>
        {phone ? <Cards data={data} /> : <Table data={data} />}
        {isHeldBack ? (
          <div className={styles.why}>
            <p>
              <strong>{t.whyTitle}</strong>
            </p>
            <p className="second">{t.why}</p>
          </div>
        ) : null}
      </div>
    </Card>
  )
}

/** What a ward's report counts, in the order of the appendix; before the catalogue is there, what is shown. */
function choices(catalogue: Choices | undefined, data: ReportsOverview) {
  if (!catalogue) return data.sums.map((sum) => ({ value: sum.code, label: sum.label }))
  return catalogue.blocks
    .map((block) => ({
      group: block.title,
      items: catalogue.indicators
        .filter((one) => one.block === block.code && one.for.includes('ward'))
        .map((one) => ({ value: one.code, label: one.label })),
    }))
    .filter((group) => group.items.length > 0)
}

const sentOf = (data: ReportsOverview) =>
  data.wards.filter((ward) => ward.report_id).toSorted((a, b) => compareVietnamese(a.ward_name, b.ward_name))

function useWords() {
  const t = useTexts(superiorTexts).compare
  const held = <span className="muted">{t.hidden}</span>
  const none = <span className="muted">{t.none}</span>
  const figure = (shown: Shown): ReactNode =>
    shown.kind === 'value' ? formatNumber(shown.value) : shown.kind === 'hidden' ? held : none
  const total = (sum: Total): ReactNode => {
    if (sum.kind === 'hidden') return held
    if (sum.kind === 'none') return none
    return sum.kind === 'least' ? t.least(formatNumber(sum.value)) : formatNumber(sum.value)
  }
  return { figure, total }
}

function Table({ data }: { data: ReportsOverview }) {
  const t = useTexts(superiorTexts).compare
  const words = useWords()
  return (
    /* A wide table must scroll by keyboard also where nothing in it takes the focus. */
    /* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t.table}>
      <table className={styles.table}>
        <caption className="sr-only">{t.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.ward}</th>
            {data.sums.map((sum) => (
              <th key={sum.code} scope="col">
                {sum.label} <span className={styles.measure}>({sum.measure})</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sentOf(data).map((ward) => (
            <tr key={ward.ward_id}>
              <th scope="row">
                <Link to={`/bao-cao/${ward.report_id}`}>{ward.ward_name}</Link>
              </th>
              {data.sums.map((sum) => (
                <td key={sum.code}>{words.figure(figureOf(ward, sum.code))}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.total}</th>
            {data.sums.map((sum) => (
              <td key={sum.code}>{words.total(totalOf(sum))}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** The sums in sight, each ward under its name: with many wards the phone would else be a long way down. */
function Cards({ data }: { data: ReportsOverview }) {
  const t = useTexts(superiorTexts).compare
  const words = useWords()
  const lines = (of: (sum: Sum) => ReactNode) => (
    <dl className={styles.lines}>
      {data.sums.map((sum) => (
        <div key={sum.code}>
          <dt>
            {sum.label} <span className={styles.measure}>({sum.measure})</span>
          </dt>
          <dd>{of(sum)}</dd>
        </div>
      ))}
    </dl>
  )
  const wards = sentOf(data)
  return (
    <div>
      <h3>{t.total}</h3>
      {lines((sum) => words.total(totalOf(sum)))}
      {wards.map((ward) => (
        <details key={ward.ward_id} className={styles.fold} open={wards.length === 1}>
          <summary>{ward.ward_name}</summary>
          {lines((sum) => words.figure(figureOf(ward, sum.code)))}
        </details>
      ))}
    </div>
  )
}
