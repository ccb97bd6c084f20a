// What can be said of a report's numbers without knowing the ward.
import type { components } from '../generated/bup.d.ts'

type Report = components['schemas']['Report']

/** Numbers that the ward's server holds back: so small that they may name a child, or would give such a number away. */
export const held = (report: Report) => report.indicators.filter((one) => one.hidden)

/** What does not fit, in words. `null` is never zero: it is held back, or nobody has counted it. */
export function findings(report: Report): string[] {
  const found: string[] = []
  const values = new Map(report.indicators.map((one) => [one.code, one.value ?? null]))
  if (!report.is_frozen) found.push('the numbers may still change')
  for (const one of report.indicators) {
    const value = one.value ?? null
    if (one.hidden && value !== null) found.push(`${one.code} is held back and has a value`)
    if (value !== null && value < 0) found.push(`${one.code} is below zero`)
    const whole = one.part_of ? (values.get(one.part_of) ?? null) : null
    if (value !== null && whole !== null && value > whole) found.push(`${one.code} is more than ${one.part_of}`)
  }
  return found
}
