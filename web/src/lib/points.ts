/** Places on the earth, in degrees (WGS 84): typed by people, drawn without anybody's map. Pure. */

export interface Point {
  lat: number
  lng: number
}

/** What people copy from a map program: "20.06512, 105.85721". `null` for anything else. */
export function parsePoint(text: string): Point | null {
  const parts = text.trim().split(/[\s,;]+/)
  if (parts.length !== 2 || parts.some((part) => !/^-?\d+(\.\d+)?$/.test(part))) return null
  const [lat, lng] = parts.map(Number) as [number, number]
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? { lat, lng } : null
}

/** Five digits are a metre. */
export const pointText = ({ lat, lng }: Point): string => `${lat.toFixed(5)}, ${lng.toFixed(5)}`

const METRES_PER_DEGREE = 111_320
const SCALES = [20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]

export interface Plot {
  /** In units of the drawing, from its upper left corner; north is up. */
  dots: { x: number; y: number }[]
  /** A round length in metres, and how long it is drawn. */
  scale: { metres: number; length: number }
}

/** Points on a square of `size`, as they lie to each other: a ward is small enough to be flat. */
export function plot(points: Point[], size: number, margin: number): Plot {
  const lats = points.map(({ lat }) => lat)
  const lngs = points.map(({ lng }) => lng)
  const middle = { lat: (Math.min(...lats) + Math.max(...lats)) / 2, lng: (Math.min(...lngs) + Math.max(...lngs)) / 2 }
  const east = METRES_PER_DEGREE * Math.cos((middle.lat * Math.PI) / 180)
  const metres = points.map(({ lat, lng }) => ({
    x: (lng - middle.lng) * east,
    y: (middle.lat - lat) * METRES_PER_DEGREE,
  }))
  const reach = Math.max(50, ...metres.map(({ x, y }) => Math.max(Math.abs(x), Math.abs(y))))
  const factor = (size / 2 - margin) / reach
  const longest = SCALES.findLast((length) => length * factor <= size / 3) ?? SCALES[0]!
  return {
    dots: metres.map(({ x, y }) => ({ x: size / 2 + x * factor, y: size / 2 + y * factor })),
    scale: { metres: longest, length: longest * factor },
  }
}
