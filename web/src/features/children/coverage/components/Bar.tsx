import type { Count } from '../queries'
import styles from './coverage.module.css'

/** Reached is full, the rest is hatched: told apart without colours. The numbers stand beside it in words. */
export function Bar({ count, scale }: { count: Count; scale: number }) {
  const width = (value: number) => `${(value / Math.max(1, scale)) * 100}%`
  return (
    <span className={styles.track} aria-hidden>
      {count.reached > 0 ? <span className={styles.reached} style={{ width: width(count.reached) }} /> : null}
      {count.not_reached > 0 ? <span className={styles.rest} style={{ width: width(count.not_reached) }} /> : null}
    </span>
  )
}
