import { plot, type Point } from '@/lib/points'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import styles from './PointMap.module.css'
import { pointTexts } from './pointTexts'

const SIZE = 320
const MARGIN = 24
/** Below the drawing, where no dot comes. */
const LEGEND = 36

/** Where places lie to each other, numbered as in the list beside it. No tiles: nobody outside is asked. */
export function PointMap({ points, label }: { points: (Point & { number: number })[]; label: string }) {
  const t = useTexts(pointTexts)
  const { dots, scale } = plot(points, SIZE, MARGIN)
  return (
    <svg className={styles.map} viewBox={`0 0 ${SIZE} ${SIZE + LEGEND}`} role="img" aria-label={label}>
      <rect width={SIZE} height={SIZE} rx="10" className={styles.ground} />
      {dots.map(({ x, y }, at) => (
        <g key={points[at]!.number}>
          <circle cx={x} cy={y} r="11" className={styles.dot} />
          <text x={x} y={y + 4} className={styles.number}>
            {points[at]!.number}
          </text>
        </g>
      ))}
      <path d={`M${SIZE - 14} ${SIZE + 28} l0 -20 m-5 6 l5 -6 l5 6`} className={styles.line} />
      <text x={SIZE - 30} y={SIZE + 24} className={styles.word}>
        {t.north}
      </text>
      <path d={`M12 ${SIZE + 28} l${scale.length} 0 m0 -4 l0 8 m${-scale.length} -8 l0 8`} className={styles.line} />
      <text x={12 + scale.length / 2} y={SIZE + 20} className={styles.word}>
        {scale.metres >= 1000 ? `${formatNumber(scale.metres / 1000)} km` : `${scale.metres} m`}
      </text>
    </svg>
  )
}
