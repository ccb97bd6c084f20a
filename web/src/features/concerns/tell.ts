/** Sends what somebody tells, or keeps it sealed until there is a network; what happened is always said. */
import type { Concern, ConcernCreate } from '@/api/types'
import { formatTime } from '@/lib/dates'
import { say } from '@/lib/i18n'
import { isOffline } from '@/lib/problem'
import { queueSealed } from '@/offline/queueSealed'
import { createConcern } from './queries'
import { concernTexts } from './texts'

export type Told = { is: 'sent'; concern: Concern } | { is: 'queued' } | { is: 'nowhere' }

export async function tell(userId: string, body: ConcernCreate, key: string): Promise<Told> {
  try {
    return { is: 'sent', concern: await createConcern(body, key) }
  } catch (error) {
    if (!isOffline(error)) throw error
    const title = say(concernTexts).form.job(formatTime(new Date().toISOString()))
    const kept = await queueSealed(userId, { id: key, kind: 'concern', title, body })
    return kept ? { is: 'queued' } : { is: 'nowhere' }
  }
}
