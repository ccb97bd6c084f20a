/** What is left on a request's clock, in words. The server counts: it knows the holidays. */
import type { DataRequest } from '@/api/types'
import type { rightsTexts } from './texts'

type Words = (typeof rightsTexts)['vi']['request']['clock']
type Clock = Pick<DataRequest, 'status' | 'late' | 'days_left'>

export const isOpen = ({ status }: Pick<DataRequest, 'status'>): boolean =>
  status === 'received' || status === 'answered'

/** Due today or late. */
export const presses = ({ days_left, late }: Clock): boolean => late || days_left === 0

export function clockOf({ status, late, days_left }: Clock, t: Words): string | null {
  if (days_left === null || days_left === undefined) return null
  const left = Math.abs(days_left)
  if (status === 'received') {
    if (late) return t.answerLate(left)
    return left === 0 ? t.answerToday : t.answer(left)
  }
  if (late) return t.executeLate(left)
  return left === 0 ? t.executeToday : t.execute(left)
}

/** Days from receipt until it is carried out (Decree 356/2025/NĐ-CP, art. 5). */
export const DAYS: Record<DataRequest['kind'], number> = {
  view: 10,
  correct: 10,
  provide: 10,
  withdraw: 15,
  restrict: 15,
  delete: 20,
}
