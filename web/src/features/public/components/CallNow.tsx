import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { infoQuery } from '@/api/queries'
import { useTexts } from '@/lib/i18n'
import { spacedPhone } from '@/lib/text'
import { publicTexts } from '../texts'
import styles from './public.module.css'

/** Before everything else: whoever can call should not write. The country's numbers never wait for the server. */
export function CallNow() {
  const t = useTexts(publicTexts).call
  const info = useQuery(infoQuery(useSearchParams()[0].get('phuong')))
  return (
    <section className={styles.call} aria-labelledby="call-now">
      <h2 id="call-now">{t.title}</h2>
      <div className={styles.numbers}>
        <a href="tel:111" className={styles.number}>
          <strong>{t.go('111')}</strong>
          <span>{t.child}</span>
        </a>
        <a href="tel:113" className={styles.number}>
          <strong>{t.go('113')}</strong>
          <span>{t.police}</span>
        </a>
        {(info.data?.ward_hotlines ?? []).map(({ label, phone, hours }) => (
          <a key={`${label} ${phone}`} href={`tel:${phone}`} className={`${styles.number} ${styles.own}`}>
            <strong>{t.go(spacedPhone(phone))}</strong>
            <span>{hours ? t.open(label, hours) : label}</span>
          </a>
        ))}
      </div>
    </section>
  )
}
