/** Which answer counts for a purpose today, and whether a child is old enough to be asked. */
import type { Consent } from '@/api/types'

export type ConsentState = Consent['state']
export type Purpose = Consent['purpose']

/** Law 91/2025/QH15, art. 24.2. */
const ASKED_FROM = 7

/** Full years on a day, as the server counts them. */
export function ageOn(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  return day.slice(5) >= born.slice(5) ? years : years - 1
}

export const isAsked = (born: string, day: string): boolean => ageOn(born, day) >= ASKED_FROM

/** The last word counts, not the best one: who agreed in May may have said no in June. */
export function lastWord(consents: Consent[], purpose: Purpose): Consent | null {
  const said = consents.filter((one) => one.purpose === purpose)
  return said.reduce<Consent | null>((last, one) => (last && last.given_on >= one.given_on ? last : one), null)
}

/** There is something to take back. */
export const canWithdraw = ({ state }: Consent): boolean => state === 'valid' || state === 'ask_again'
