import { useTexts } from '@/lib/i18n'
import { publicTexts } from '../texts'
import styles from './public.module.css'

/** Before everything else: whoever can call should not write. */
export function CallNow() {
  const t = useTexts(publicTexts).call
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
      </div>
    </section>
  )
}
