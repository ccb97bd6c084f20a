import { useTexts } from '@/lib/i18n'
import { Card } from '@/ui/Card'
import { percentOf, widest } from '../figures'
import type { ProgrammeCoverage } from '../queries'
import { coverageTexts } from '../texts'
import { Bar } from './Bar'
import { Figure } from './Figure'
import styles from './coverage.module.css'

/** A picture that is a table: a bar in each row, its numbers beside it. */
export function CoverageBars({ one, year }: { one: ProgrammeCoverage; year: number }) {
  const t = useTexts(coverageTexts)
  const words = t.programme[one.programme]
  const scale = widest(one)
  return (
    <Card title={words.name} aside={<Legend />} className="keep">
      {one.by_neighborhood.length === 0 ? (
        <p className="muted">{t.nobody}</p>
      ) : (
        <table className={styles.bars}>
          <caption className="sr-only">{t.barsOf(words.name, year)}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t.neighborhood}</th>
              <th scope="col">{t.bar}</th>
              <th scope="col">{t.reached}</th>
              <th scope="col">{t.notReached}</th>
            </tr>
          </thead>
          <tbody>
            {one.by_neighborhood.map(({ neighborhood, ...count }) => {
              const name = neighborhood?.name ?? t.outside
              const of = { place: { id: neighborhood?.id ?? null, name }, programme: one.programme, year }
              return (
                <tr key={neighborhood?.id ?? ''}>
                  <th scope="row">{name}</th>
                  <td className={styles.picture}>
                    <Bar count={count} scale={scale} />
                  </td>
                  <td className="num second">
                    {t.of(count.reached, count.entitled)} <span className="muted">({t.percent(percentOf(count))})</span>
                  </td>
                  <td className={styles.leftCell}>
                    <Figure value={count.not_reached} {...of} reached={false} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </Card>
  )
}

function Legend() {
  const t = useTexts(coverageTexts)
  return (
    <span className={styles.legend} aria-hidden>
      <span className={styles.reached} /> {t.legendReached}
      <span className={styles.rest} /> {t.legendLeft}
    </span>
  )
}
