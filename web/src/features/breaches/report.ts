/** Sends a report, or keeps it sealed until there is a network; what happened is always said. */
import type { DataBreach } from '@/api/types'
import { formatTime } from '@/lib/dates'
import { say } from '@/lib/i18n'
import { isOffline } from '@/lib/problem'
import { nfc } from '@/lib/text'
import { queueSealed } from '@/offline/queueSealed'
import type { Report } from './draft'
import { kindOf } from './form'
import { createBreach } from './queries'
import { breachTexts } from './texts'

export type Reported = { is: 'sent'; breach: DataBreach } | { is: 'queued' } | { is: 'nowhere' }

export async function sendReport(userId: string, report: Report, key: string): Promise<Reported> {
  const body = {
    kind: kindOf(report.kind)!,
    what_happened: nfc(report.what_happened),
    discovered_at: report.discovered_at!,
    data_kinds: [],
    people_count: null,
    children_touched: null,
  }
  try {
    return { is: 'sent', breach: await createBreach(body, key) }
  } catch (error) {
    if (!isOffline(error)) throw error
    const title = say(breachTexts).form.job(formatTime(new Date().toISOString()))
    const kept = await queueSealed(userId, { id: key, kind: 'breach', title, body })
    return { is: kept ? 'queued' : 'nowhere' }
  }
}
