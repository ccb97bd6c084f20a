import { useTexts } from '@/lib/i18n'
import type { Place } from '../figures'
import type { Coverage } from '../queries'
import { coverageTexts } from '../texts'
import { Figure } from './Figure'
import styles from './coverage.module.css'

/** On the phone each neighborhood is a row of its own, with its programmes under it. */
export function CoverageCards({ coverage, places }: { coverage: Coverage; places: Place[] }) {
  const t = useTexts(coverageTexts)
  return (
    <ul className={styles.cards} aria-label={t.tableOf(coverage.year)}>
      {places.map((place) => (
        <li key={place.id ?? ''}>
          <PlaceTable place={place} coverage={coverage} />
        </li>
      ))}
    </ul>
  )
}

function PlaceTable({ place, coverage }: { place: Place; coverage: Coverage }) {
  const t = useTexts(coverageTexts)
  const name = place.name ?? t.outside
  const own = coverage.programmes.filter(({ programme }) => (place.counts[programme]?.entitled ?? 0) > 0)
  return (
    <table className={styles.place}>
      <thead>
        <tr>
          <th scope="col" className={styles.placeName}>
            {name}
          </th>
          {[t.entitled, t.reached, t.notReached].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {own.map(({ programme }) => {
          const count = place.counts[programme]!
          const of = { place: { id: place.id, name }, programme, year: coverage.year }
          return (
            <tr key={programme}>
              <th scope="row">{t.programme[programme].name}</th>
              <td>
                <Figure value={count.entitled} {...of} />
              </td>
              <td>
                <Figure value={count.reached} {...of} reached />
              </td>
              <td>
                <Figure value={count.not_reached} {...of} reached={false} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
