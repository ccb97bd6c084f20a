/** The arithmetic of the charts, without a drawing. Pure; tested in `scale.test.ts`. */

/** The smallest of 1, 2, 5 × 10ⁿ steps whose few ticks reach over `most`; counts have no halves. */
export function ticksUpTo(most: number, wanted = 4): number[] {
  const top = Math.max(1, Math.ceil(most))
  const raw = Math.max(1, top / wanted)
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= raw) ?? raw
  const count = Math.ceil(top / step)
  return Array.from({ length: count + 1 }, (_, at) => at * step)
}

export interface Segment {
  /** In percent of the whole bar. */
  from: number
  width: number
}

/** The least that can be seen of a part that is there. */
const SEEN = 1.5

/**
 * A bar cut in pieces. A piece that is there is wide enough to be seen; the wider ones give what that takes, so that the
 * bar does not grow. `whole`: what 100 % stands for; the sum where it is less.
 */
export function segments(values: number[], whole: number): Segment[] {
  const sum = values.reduce((all, value) => all + Math.max(0, value), 0)
  const full = Math.max(whole, sum, 1)
  const plain = values.map((value) => (Math.max(0, value) / full) * 100)
  const raised = plain.map((width) => (width > 0 ? Math.max(width, SEEN) : 0))
  const length = plain.reduce((all, width) => all + width, 0)
  const excess = raised.reduce((all, width) => all + width, 0) - length
  const room = raised.reduce((all, width) => all + Math.max(0, width - SEEN), 0)
  let from = 0
  return raised.map((width) => {
    const given = excess > 0 && room > 0 && width > SEEN ? ((width - SEEN) / room) * Math.min(excess, room) : 0
    const segment = { from, width: width - given }
    from += segment.width
    return segment
  })
}

/** Whole percents, never 100 before all is done and never 0 where something is. */
export function percentOf(part: number, whole: number): number {
  if (whole <= 0 || part <= 0) return 0
  if (part >= whole) return 100
  return Math.min(99, Math.max(1, Math.round((part / whole) * 100)))
}

/** Running sums: what a burn-up draws. */
export function cumulate(values: number[]): number[] {
  let sum = 0
  return values.map((value) => (sum += value))
}

export interface Dot {
  x: number
  y: number
}

/** The path through dots; a gap (`null`) ends the line. */
export function pathOf(dots: (Dot | null)[]): string {
  let pen = 'M'
  let path = ''
  for (const dot of dots) {
    if (!dot) {
      pen = 'M'
      continue
    }
    path += `${pen}${round(dot.x)} ${round(dot.y)} `
    pen = 'L'
  }
  return path.trim()
}

const round = (value: number) => Math.round(value * 10) / 10

/** Labels that would lie on each other move apart, in the order they stand, within `top` and `bottom`. */
export function apart(ys: number[], gap: number, top: number, bottom: number): number[] {
  const order = ys.map((y, at) => ({ y, at })).sort((a, b) => a.y - b.y || a.at - b.at)
  let last = top - gap
  for (const one of order) {
    one.y = Math.max(one.y, last + gap)
    last = one.y
  }
  let next = bottom + gap
  for (const one of order.toReversed()) {
    one.y = Math.min(one.y, next - gap)
    next = one.y
  }
  const out = [...ys]
  for (const { y, at } of order) out[at] = y
  return out
}

/** Which of `count` labels fit, when each takes `width` of `room`: always the first and, where it fits, the last. */
export function shownLabels(count: number, width: number, room: number): number[] {
  const fit = Math.max(1, Math.floor(room / width))
  const every = Math.max(1, Math.ceil(count / fit))
  return Array.from({ length: count }, (_, at) => at).filter((at) => at % every === 0)
}
