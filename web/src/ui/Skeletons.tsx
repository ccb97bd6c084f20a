import { useTexts } from '@/lib/i18n'
import styles from './Skeletons.module.css'
import { uiTexts } from './texts'

/** Of the height of what comes, and only after 200 ms: a fast answer shows no flicker. */
export function ListSkeleton({ rows = 6 }: { rows?: number }) {
  const t = useTexts(uiTexts)
  return (
    <div className={styles.late} role="status" aria-label={t.loading}>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} className={styles.row}>
          <span className={styles.bar} style={{ width: `${72 - ((i * 13) % 30)}%` }} />
          <span className={styles.bar} style={{ width: `${38 - ((i * 7) % 18)}%`, height: 12 }} />
        </div>
      ))}
    </div>
  )
}

export function PageSkeleton() {
  const t = useTexts(uiTexts)
  return (
    <div className={`${styles.late} stack`} role="status" aria-label={t.loading}>
      <span className={styles.bar} style={{ width: 'min(320px, 70%)', height: 30 }} />
      <div className={styles.card}>
        <ListSkeleton rows={5} />
      </div>
    </div>
  )
}
