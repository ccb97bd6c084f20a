import { formatDate, formatTime, today } from '@/lib/dates'

/** "08:00–11:00 20/06/2024"; over several days both are named. */
export function formatHours(starts: string, ends: string): string {
  const [first, last] = [today(new Date(starts)), today(new Date(ends))]
  if (first === last) return `${formatTime(starts)}–${formatTime(ends)} ${formatDate(first)}`
  return `${formatTime(starts)} ${formatDate(first)} – ${formatTime(ends)} ${formatDate(last)}`
}
