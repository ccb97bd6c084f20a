/** Sends what somebody tells, or keeps it sealed until there is a network; what happened is always said. */
import type { Concern, ConcernCreate } from '@/api/types'
import { formatTime } from '@/lib/dates'
import { say } from '@/lib/i18n'
import { isOffline } from '@/lib/problem'
import { canSeal, seal } from '@/offline/seal'
import { isSharedMachine } from '@/offline/snapshot'
import { outbox } from '@/offline/useOutbox'
import { createConcern } from './queries'
import { concernTexts } from './texts'

export type Told = { is: 'sent'; concern: Concern } | { is: 'queued' } | { is: 'nowhere' }

export async function tell(userId: string, body: ConcernCreate, key: string): Promise<Told> {
  try {
    return { is: 'sent', concern: await createConcern(body, key) }
  } catch (error) {
    if (!isOffline(error)) throw error
    // A machine that many use keeps nothing about a child, sealed or not.
    if (!canSeal() || isSharedMachine()) return { is: 'nowhere' }
    const title = say(concernTexts).form.job(formatTime(new Date().toISOString()))
    const object = `concern:${key}`
    const sealed = await seal(userId, object, body)
    // The same key: the server may have taken it, and only the answer was lost.
    await outbox.send({ id: key, kind: 'concern', object, title, body: { sealed } })
    return { is: 'queued' }
  }
}
