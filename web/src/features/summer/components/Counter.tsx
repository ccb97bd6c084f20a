import type { ReactNode } from 'react'
import { useTexts } from '@/lib/i18n'
import { StatusTag } from '@/ui/StatusTag'
import type { counted } from '../attendance'
import { attendanceTexts } from '../attendanceTexts'
import styles from './attendance.module.css'

/** Stays in view while the list scrolls under it. */
export function Counter({ counts, children }: { counts: ReturnType<typeof counted>; children?: ReactNode }) {
  const t = useTexts(attendanceTexts)
  const percent = counts.all === 0 ? 0 : Math.round((counts.here / counts.all) * 100)
  return (
    <div className={styles.counter}>
      <div className={styles.figures}>
        <div>
          <p className={styles.main} role="status">
            {t.count(counts.here, counts.all)}
          </p>
          <p className="row second">
            <span>
              {[counts.away > 0 ? t.absentCount(counts.away) : null, t.left(counts.left)].filter(Boolean).join(' · ')}
            </span>
            {counts.waiting > 0 ? (
              <StatusTag tone="orange" icon="clock">
                {t.waiting(counts.waiting)}
              </StatusTag>
            ) : null}
          </p>
        </div>
        {children}
      </div>
      <span
        className={styles.track}
        role="progressbar"
        aria-label={t.progress}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span className={styles.fill} style={{ width: `${percent}%` }} />
      </span>
    </div>
  )
}
