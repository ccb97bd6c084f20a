/** What is left of a clock that runs on clock time, in the words in which one says it. */
import type { clockTexts } from './clockTexts'

type Words = (typeof clockTexts)['vi']

export const minutesLeft = (due: string, now: number): number => Math.floor((Date.parse(due) - now) / 60_000)

/** `3 giờ 20 phút`; of days the hours count at first, of lateness the large unit alone. */
export function timeLeft(due: string, now: number, t: Words): string {
  const left = Date.parse(due) - now
  const late = left < 0
  const minutes = Math.floor(Math.abs(left) / 60_000)
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  const parts =
    minutes === 0
      ? [t.moment]
      : days > 0
        ? [t.days(days), !late && days < 3 && hours % 24 > 0 ? t.hours(hours % 24) : '']
        : hours > 0
          ? [t.hours(hours), !late && minutes % 60 > 0 ? t.minutes(minutes % 60) : '']
          : [t.minutes(minutes)]
  const text = parts.filter(Boolean).join(' ')
  return late ? t.late(text) : t.left(text)
}

/** The same of the whole hours that the server has counted, rounded down; negative once the time is over. */
export function hoursLeft(hours: number, t: Words): string {
  const late = hours < 0
  const whole = late ? -hours - 1 : hours
  const days = Math.floor(whole / 24)
  const parts =
    whole === 0
      ? [t.underHour]
      : days > 0
        ? [t.days(days), !late && days < 3 && whole % 24 > 0 ? t.hours(whole % 24) : '']
        : [t.hours(whole)]
  const text = parts.filter(Boolean).join(' ')
  return late ? t.late(text) : t.left(text)
}
