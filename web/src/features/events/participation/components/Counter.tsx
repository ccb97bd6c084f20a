import { useTexts } from '@/lib/i18n'
import { StatusTag } from '@/ui/StatusTag'
import { checkinTexts } from '../checkinTexts'
import styles from './checkin.module.css'

interface CounterProps {
  counts: { all: number; came: number; here: number; left: number; waiting: number }
}

/** Stays in view while the list scrolls under it. */
export function Counter({ counts }: CounterProps) {
  const t = useTexts(checkinTexts)
  const figures = [
    [t.came, counts.came, false],
    [t.here, counts.here, true],
    [t.left, counts.left, false],
  ] as const
  return (
    <div className={styles.counter}>
      <div className={styles.figures} role="status">
        {figures.map(([label, value, main]) => (
          <span key={label} className={styles.figure} data-main={main || undefined}>
            <span className={styles.number}>{value}</span>
            <span className="second">{label}</span>
          </span>
        ))}
      </div>
      <p className="row second">
        <span>{t.of(counts.all)}</span>
        {counts.waiting > 0 ? (
          <StatusTag tone="orange" icon="clock">
            {t.waiting(counts.waiting)}
          </StatusTag>
        ) : null}
      </p>
    </div>
  )
}
