import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync('src/ui/tokens.css', 'utf8')
const token = (name: string): string => {
  const found = new RegExp(`--${name}:\\s*(#[0-9a-f]{6})`, 'i').exec(css)?.[1]
  if (!found) throw new Error(`no token ${name}`)
  return found
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.039_28 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [hi = 0, lo = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (hi + 0.05) / (lo + 0.05)
}

const TEXT: [string, string][] = [
  ['ink', 'bg'],
  ['ink', 'card'],
  ['muted', 'card'],
  ['muted', 'bg'],
  ['muted', 'board'],
  ['bien-7', 'card'],
  ['bien-7', 'bg'],
  ['card', 'bien-7'],
  ['bien-1', 'bien-7'],
  ['bien-8', 'bien-1'],
  ['on-nang', 'nang-5'],
  ['on-nang', 'nang-1'],
  ['do', 'card'],
  ['do', 'bg'],
  ['do-dark', 'do-bg'],
  ['do', 'do-bg'],
  ['card', 'do'],
  ['cam', 'card'],
  ['cam', 'cam-bg'],
  ['xanh', 'card'],
  ['xanh-dark', 'xanh-bg'],
  ['ink', 'do-bg'],
  ['ink', 'cam-bg'],
]
const GRAPHICS: [string, string][] = [
  ['field', 'card'],
  ['field', 'bg'],
  ['chart-blue', 'card'],
  ['xanh', 'card'],
  ['do', 'card'],
  ['ink', 'card'],
  ['nang-5', 'bien-7'],
]

describe('contrast', () => {
  it.each(TEXT)('text %s on %s is at least 4.5:1', (front, back) => {
    expect(contrast(token(front), token(back))).toBeGreaterThanOrEqual(4.5)
  })
  it.each(GRAPHICS)('graphics %s on %s is at least 3:1', (front, back) => {
    expect(contrast(token(front), token(back))).toBeGreaterThanOrEqual(3)
  })
})
