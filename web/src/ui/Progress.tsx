import { useTexts } from '@/lib/i18n'
import styles from './Progress.module.css'
import { uiTexts } from './texts'

export function Progress({ value, label }: { value: number; label?: string }) {
  const t = useTexts(uiTexts)
  const percent = Math.max(0, Math.min(100, Math.round(value)))
  return (
    <span className={styles.line}>
      <span
        className={styles.track}
        role="progressbar"
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-label={label ?? t.progress(percent)}
      >
        <span className={styles.fill} style={{ width: `${percent}%` }} data-full={percent === 100 || undefined} />
      </span>
      <span className={styles.value}>{percent}%</span>
    </span>
  )
}

export interface Piece {
  key: string
  label: string
  value: number
  tone: 'done' | 'doing' | 'late' | 'rest'
}

/** One bar cut in pieces; the figures stand beside it, so the colours carry nothing alone. */
export function StackBar({ pieces, label }: { pieces: Piece[]; label: string }) {
  const total = pieces.reduce((sum, p) => sum + p.value, 0)
  const text = pieces.map((p) => `${p.label} ${p.value}`).join(', ')
  return (
    <span className={styles.stack} role="img" aria-label={`${label}: ${text}`}>
      {pieces.map((p) =>
        p.value > 0 ? (
          <span key={p.key} className={styles[p.tone]} style={{ width: `${(p.value / Math.max(1, total)) * 100}%` }} />
        ) : null,
      )}
    </span>
  )
}
