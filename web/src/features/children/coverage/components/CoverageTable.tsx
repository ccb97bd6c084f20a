import { useTexts } from '@/lib/i18n'
import type { Place } from '../figures'
import type { Count, Coverage, ProgrammeCoverage } from '../queries'
import { coverageTexts } from '../texts'
import { Figure } from './Figure'
import styles from './coverage.module.css'

/** Neighborhoods down, programmes across; the head and the first column stay while it scrolls. */
export function CoverageTable({ coverage, places }: { coverage: Coverage; places: Place[] }) {
  const t = useTexts(coverageTexts)
  const { programmes, year } = coverage
  return (
    <div className={styles.scroll} role="region" aria-label={t.tableOf(year)}>
      <table className={styles.table}>
        <caption className="sr-only">{t.tableOf(year)}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t.neighborhood}
            </th>
            {programmes.map((one) => (
              <th key={one.programme} scope="colgroup" colSpan={3} className={styles.first}>
                {t.programme[one.programme].name}
              </th>
            ))}
          </tr>
          <tr>
            {programmes.flatMap((one) =>
              ([t.entitled, t.reached, t.notReached] as const).map((name, index) => (
                <th key={`${one.programme}${name}`} scope="col" className={index === 0 ? styles.first : undefined}>
                  {name}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <tr key={place.id ?? ''}>
              <th scope="row">{place.name ?? t.outside}</th>
              {programmes.map((one) => (
                <Cells
                  key={one.programme}
                  count={place.counts[one.programme]}
                  place={{ id: place.id, name: place.name ?? t.outside }}
                  one={one}
                  year={year}
                />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.ward}</th>
            {programmes.map((one) => (
              <Cells key={one.programme} count={one} place="ward" one={one} year={year} />
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

interface CellsProps {
  count: Count | undefined
  place: { id: string | null; name: string } | 'ward'
  one: ProgrammeCoverage
  year: number
}

function Cells({ count, place, one, year }: CellsProps) {
  const of = { place, programme: one.programme, year }
  return (
    <>
      <td className={styles.first}>
        <Figure value={count?.entitled ?? 0} {...of} />
      </td>
      <td>
        <Figure value={count?.reached ?? 0} {...of} reached />
      </td>
      <td>
        <Figure value={count?.not_reached ?? 0} {...of} reached={false} />
      </td>
    </>
  )
}
