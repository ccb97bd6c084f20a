import type { Communication } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Card } from '@/ui/Card'
import { StatusTag } from '@/ui/StatusTag'
import { communicationTexts } from '../texts'
import styles from './communications.module.css'

/** Each unit of an item; who is missing stands first, as the server sorts them. */
export function SharesCard({ item }: { item: Communication }) {
  const t = useTexts(communicationTexts)
  const what = t.times[item.channel]
  return (
    <Card title={t.one.units} aside={t.one.unitsAside(item.units_reported, item.units_total)}>
      <ul className={styles.lines} aria-label={t.one.units}>
        {item.units.map((share) => (
          <li key={share.unit.id}>
            <div className={styles.grow}>
              <strong>{share.unit.name}</strong>
              <p className="second">
                {share.reports > 0
                  ? t.one.done(formatNumber(share.times), what, formatDate(share.last_on))
                  : t.one.planned(formatNumber(share.planned), what)}
              </p>
            </div>
            {share.reports > 0 ? (
              <StatusTag tone="green" icon="check">
                {t.reported['1']}
              </StatusTag>
            ) : (
              <StatusTag tone="orange" icon="clock">
                {t.one.missing}
              </StatusTag>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
