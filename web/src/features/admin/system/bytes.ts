import { currentLanguage } from '@/lib/i18n'

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB']

/** As discs are sold and file managers count: in thousands. */
export function formatBytes(bytes: number): string {
  const rank = Math.min(UNITS.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** rank
  const digits = rank > 0 && value < 10 ? 1 : 0
  return `${value.toLocaleString(currentLanguage(), { maximumFractionDigits: digits })}\u00a0${UNITS[rank]}`
}
