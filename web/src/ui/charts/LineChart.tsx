import { useEffect, useRef, useState } from 'react'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Chart, type ChartTable } from './Chart'
import styles from './charts.module.css'
import { colourOf, type Tone } from './Patterns'
import { apart, pathOf, shownLabels, ticksUpTo, type Dot } from './scale'
import { chartTexts } from './texts'

export interface Line {
  key: string
  label: string
  tone: Tone
  dashed?: boolean
  /** One value a step; `null` where there is none (yet). */
  values: (number | null)[]
}

interface LineChartProps {
  name: string
  summary: string
  /** What each step is called below the axis, in few letters. */
  steps: string[]
  lines: Line[]
  table: ChartTable
  /** The step that is now. */
  now?: number
}

const HEIGHT = 220
const TOP = 22
const BOTTOM = 28
const LEFT = 36
const RIGHT = 96

/** Lines over steps of time, named at their ends; drawn as wide as the place it has. */
export function LineChart({ name, summary, steps, lines, table, now }: LineChartProps) {
  const t = useTexts(chartTexts)
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const most = Math.max(0, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const ticks = ticksUpTo(most)
  const top = ticks.at(-1) ?? 1
  const room = width - LEFT - RIGHT
  const x = (at: number) => LEFT + (steps.length > 1 ? (at / (steps.length - 1)) * room : room / 2)
  const y = (value: number) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM)
  const ends = lines.map(({ values }) => values.findLastIndex((value) => value !== null))
  const labels = apart(
    lines.map(({ values }, at) => y(values[ends[at]!] ?? 0)),
    32,
    TOP + 4,
    HEIGHT - BOTTOM,
  )
  return (
    <Chart name={name} summary={summary} table={table}>
      <div ref={box}>
        <svg className={styles.lines} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden>
          {ticks.map((tick) => (
            <g key={tick}>
              <path d={`M${LEFT} ${y(tick)} h${room}`} className={styles.grid} />
              <text x={LEFT - 6} y={y(tick) + 4} className={styles.tick} textAnchor="end">
                {formatNumber(tick)}
              </text>
            </g>
          ))}
          {shownLabels(steps.length, 46, room + 30).map((at) => (
            <text key={at} x={x(at)} y={HEIGHT - 8} className={styles.tick} textAnchor="middle">
              {steps[at]}
            </text>
          ))}
          {now === undefined ? null : (
            <g>
              <path d={`M${x(now)} ${TOP - 6} V${HEIGHT - BOTTOM}`} className={styles.now} />
              <text
                x={x(now)}
                y={TOP - 9}
                className={styles.tick}
                textAnchor={x(now) < LEFT + 30 ? 'start' : x(now) > width - RIGHT - 30 ? 'end' : 'middle'}
              >
                {t.today}
              </text>
            </g>
          )}
          {lines.map(({ key, label, tone, dashed, values }, at) => {
            const dots = values.map((value, step): Dot | null => (value === null ? null : { x: x(step), y: y(value) }))
            const end = dots[ends[at]!]
            return (
              <g key={key} style={{ color: colourOf(tone) }}>
                <path d={pathOf(dots)} className={styles.line} strokeDasharray={dashed ? '6 4' : undefined} />
                {dots.map((dot, step) =>
                  dot ? (
                    <circle key={step} cx={dot.x} cy={dot.y} r={dashed ? 2.5 : 3.5} className={styles.dot} />
                  ) : null,
                )}
                {end ? (
                  <text y={labels[at]} className={styles.end}>
                    <tspan x={width - RIGHT + 10}>{label}</tspan>
                    <tspan x={width - RIGHT + 10} dy="15" className={styles.value}>
                      {formatNumber(values[ends[at]!] ?? 0)}
                    </tspan>
                  </text>
                ) : null}
              </g>
            )
          })}
        </svg>
      </div>
    </Chart>
  )
}

/** As wide as its place, so that letters keep their size on a phone and on a desk. */
function useWidth(box: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(320)
  useEffect(() => {
    const place = box.current
    if (!place || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(([entry]) => {
      const next = Math.round(entry?.contentRect.width ?? 0)
      if (next > 0) setWidth(Math.max(240, next))
    })
    observer.observe(place)
    return () => observer.disconnect()
  }, [box])
  return width
}
