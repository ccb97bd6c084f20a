/**
 * A QR code of version 1 (21 × 21), error correction M, for a short code in capitals: at most twenty letters of the
 * alphanumeric set (ISO/IEC 18004). Nothing larger is needed here, and no text leaves the page for it. Pure.
 */
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const SIZE = 21
const DATA = 16
const CHECKS = 10
/** Level M with mask 0, with its own error correction and mask. */
const FORMAT = '101010000010010'

/** The data codewords, padded. */
export function dataOf(text: string): number[] {
  let bits = '0010' + text.length.toString(2).padStart(9, '0')
  for (let at = 0; at < text.length; at += 2) {
    const [first, second] = [LETTERS.indexOf(text[at]!), LETTERS.indexOf(text[at + 1] ?? '')]
    const pair = at + 1 < text.length
    bits += (pair ? first * 45 + second : first).toString(2).padStart(pair ? 11 : 6, '0')
  }
  bits += '0'.repeat(Math.min(4, DATA * 8 - bits.length))
  bits += '0'.repeat((8 - (bits.length % 8)) % 8)
  const words = (bits.match(/.{8}/g) ?? []).map((word) => Number.parseInt(word, 2))
  for (let at = 0; words.length < DATA; at += 1) words.push(at % 2 === 0 ? 236 : 17)
  return words
}

const exp: number[] = []
for (let power = 0, value = 1; power < 255; power += 1) {
  exp.push(value)
  value = value & 128 ? (value << 1) ^ 285 : value << 1
}
const times = (a: number, b: number) => (a && b ? exp[(exp.indexOf(a) + exp.indexOf(b)) % 255]! : 0)

/** Reed–Solomon over the data. */
export function checksOf(data: number[]): number[] {
  let generator = [1]
  for (let at = 0; at < CHECKS; at += 1) {
    const next = [...generator, 0]
    generator.forEach((factor, place) => (next[place + 1]! ^= times(factor, exp[at]!)))
    generator = next
  }
  const rest = [...data, ...Array<number>(CHECKS).fill(0)]
  data.forEach((_, at) => {
    const lead = rest[at]!
    generator.forEach((factor, place) => (rest[at + place]! ^= times(factor, lead)))
  })
  return rest.slice(data.length)
}

/** Rows of modules, true for dark; null for a text that does not fit. */
export function qrOf(text: string): boolean[][] | null {
  if (text.length === 0 || text.length > 20 || [...text].some((letter) => !LETTERS.includes(letter))) return null
  const cells: (boolean | null)[][] = Array.from({ length: SIZE }, () => Array<boolean | null>(SIZE).fill(null))
  const set = (row: number, column: number, dark: boolean) => {
    if (cells[row]?.[column] !== undefined) cells[row][column] = dark
  }
  for (const [top, left] of [
    [0, 0],
    [0, SIZE - 7],
    [SIZE - 7, 0],
  ] as const) {
    for (let y = -1; y <= 7; y += 1) {
      for (let x = -1; x <= 7; x += 1) {
        const ring = Math.max(Math.abs(y - 3), Math.abs(x - 3))
        set(top + y, left + x, ring !== 2 && ring !== 4)
      }
    }
  }
  for (let at = 8; at < SIZE - 8; at += 1) {
    set(6, at, at % 2 === 0)
    set(at, 6, at % 2 === 0)
  }
  const format = [...FORMAT].map((bit) => bit === '1')
  const around = [0, 1, 2, 3, 4, 5, 7, 8]
  format.forEach((dark, at) => {
    if (at < 8) set(8, around[at]!, dark)
    else set(around[14 - at]!, 8, dark)
    if (at < 7) set(SIZE - 1 - at, 8, dark)
    else set(8, SIZE - 15 + at, dark)
  })
  set(SIZE - 8, 8, true)

  const data = dataOf(text)
  const bits = [...data, ...checksOf(data)].map((word) => word.toString(2).padStart(8, '0')).join('')
  let next = 0
  let up = true
  for (let right = SIZE - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < SIZE; step += 1) {
      const row = up ? SIZE - 1 - step : step
      for (const column of [right, right - 1]) {
        if (cells[row]![column] !== null) continue
        cells[row]![column] = (bits[next] === '1') !== ((row + column) % 2 === 0)
        next += 1
      }
    }
    up = !up
  }
  return cells.map((row) => row.map((cell) => cell === true))
}
