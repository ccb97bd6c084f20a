import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { WardReports } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { ask } from '@/ui/ConfirmDialog'
import { useProblemText } from '@/ui/ErrorState'
import { toast } from '@/ui/toast'
import { useAct } from '@/ui/useAct'
import { acknowledgeReport, readReport, REPORT_TOUCHES, returnReport } from './queries'
import { superiorTexts } from './texts'

/**
 * Acknowledge and return without opening the report. The list knows no versions: the report is asked before the
 * question, so that what the ward sends while the question stands is never acknowledged unseen (412).
 */
export function useReportActs() {
  const t = useTexts(superiorTexts).act
  const queries = useQueryClient()
  const problemText = useProblemText()
  const { act } = useAct(REPORT_TOUCHES)
  const [busy, setBusy] = useState<string | null>(null)
  const during = async (name: string, run: () => Promise<void>) => {
    setBusy(name)
    try {
      await run()
    } finally {
      setBusy(null)
    }
  }
  const current = async (ward: WardReports) => {
    if (!ward.report_id) return null
    try {
      const report = await readReport(ward.report_id)
      if (report.revision === ward.revision) return report
      toast.error(t.newer)
    } catch (error) {
      toast.error(problemText(error))
    }
    for (const queryKey of REPORT_TOUCHES) void queries.invalidateQueries({ queryKey })
    return null
  }
  const acknowledge = (ward: WardReports) =>
    during(`acknowledge${ward.ward_id}`, async () => {
      const report = await current(ward)
      if (!report) return
      const name = ward.ward_name
      const answer = await ask({ title: t.acknowledgeTitle(name), body: t.acknowledgeBody, confirm: t.acknowledge })
      if (!answer.yes) return
      await act('acknowledge', (key) => acknowledgeReport(report.id, report.version, key), t.acknowledged(name))
    })
  const giveBack = (ward: WardReports) =>
    during(`return${ward.ward_id}`, async () => {
      const report = await current(ward)
      if (!report) return
      const name = ward.ward_name
      const answer = await ask({
        title: t.backTitle(name),
        body: t.backBody,
        confirm: t.back,
        reason: { label: t.reason, hint: t.reasonHint, missing: t.reasonMissing },
      })
      if (!answer.yes) return
      await act('return', (key) => returnReport(report.id, report.version, key, answer.reason), t.returned(name))
    })
  return { acknowledge, giveBack, busy }
}
