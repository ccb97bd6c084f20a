import type { Communication } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Card } from '@/ui/Card'
import { PointMap } from '@/ui/PointMap'
import { communicationTexts } from '../texts'
import styles from './communications.module.css'

/** Where it hangs, by the unit that hangs it, and how the places lie to each other. */
export function Places({ item }: { item: Communication }) {
  const t = useTexts(communicationTexts)
  const nameOf = (id: string | null | undefined) =>
    item.units.find((share) => share.unit.id === id)?.unit.name ?? item.lead_unit.name
  const groups = new Map<string, Communication['places']>()
  for (const place of item.places) {
    const name = nameOf(place.unit_id)
    groups.set(name, [...(groups.get(name) ?? []), place])
  }
  const numbers = new Map(item.places.map((place, at) => [place, at + 1]))
  const points = item.places.flatMap((place) =>
    place.latitude && place.longitude
      ? [{ lat: place.latitude, lng: place.longitude, number: numbers.get(place)! }]
      : [],
  )
  const count = item.places.reduce((sum, place) => sum + place.count, 0)
  return (
    <Card title={t.one.places} aside={t.one.placesSum(count, item.places.length)}>
      <ul className={styles.lines}>
        {[...groups].map(([unit, places]) => (
          <li key={unit}>
            <strong style={{ flexBasis: 130 }}>{unit}</strong>
            <div className={styles.grow}>
              {places.map((place, index) => (
                // Places of one stored list: their order is their identity.
                <p key={index}>
                  {numbers.get(place)}. {place.place}: {formatNumber(place.count)} {t.times[item.channel]}
                  {place.note ? <span className="second"> ({place.note})</span> : null}
                  {place.latitude && place.longitude ? (
                    <span className="small muted num">
                      {' '}
                      {t.one.point(place.latitude.toFixed(5), place.longitude.toFixed(5))}
                    </span>
                  ) : null}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {points.length > 0 ? <PointMap points={points} label={t.one.map} /> : null}
    </Card>
  )
}
