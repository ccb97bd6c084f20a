import { useState } from 'react'
import type { Report, ReportCheck } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { isProblem } from '@/lib/problem'
import { ask } from '@/ui/ConfirmDialog'
import { toast } from '@/ui/toast'
import { useAct } from '@/ui/useAct'
import { acknowledgeReport, approveReport, REPORT_TOUCHES, returnReport, reviseReport, submitReport } from './queries'
import { reportTexts } from './texts'

/** The moves of a report, each with its question and what happens next. */
export function useMoves(report: Report, unsaved: boolean) {
  const t = useTexts(reportTexts).act
  const { act, busy } = useAct(REPORT_TOUCHES)
  const [notReady, setNotReady] = useState<ReportCheck[] | null>(null)
  const reason = { label: t.reason, missing: t.reasonMissing }
  const ofUnit = report.kind.startsWith('unit')
  return {
    busy,
    notReady,
    forget: () => setNotReady(null),
    submit: async () => {
      const mistakes = report.checks.filter(({ severity }) => severity === 'error')
      if (mistakes.length > 0) return setNotReady(mistakes)
      const answer = await ask({
        title: ofUnit ? t.submitTitleUnit : t.submitTitle,
        body: [
          ofUnit ? t.submitBodyUnit : t.submitBody,
          report.checks.length > 0 ? t.open(report.checks.length) : '',
          unsaved ? t.unsaved : '',
        ].join(''),
        confirm: ofUnit ? t.submitUnit : t.submit,
      })
      if (!answer.yes) return
      const send = async (key: string) => {
        try {
          return await submitReport(report, key)
        } catch (error) {
          if (!isProblem(error) || error.code !== 'report_not_ready') throw error
          setNotReady((error.checks ?? []) as ReportCheck[])
          return null
        }
      }
      if (await act('submit', send)) toast.ok(ofUnit ? t.submittedUnit : t.submitted)
    },
    approve: async () => {
      const answer = await ask({ title: t.approveTitle, body: t.approveBody, confirm: t.approve })
      if (answer.yes) await act('approve', (key) => approveReport(report, key), t.approved)
    },
    giveBack: async () => {
      const answer = await ask({ title: t.giveBackTitle, body: t.giveBackBody, confirm: t.giveBack, reason })
      if (answer.yes) await act('return', (key) => returnReport(report, key, answer.reason), t.returned)
    },
    acknowledge: async () => {
      const answer = await ask({ title: t.acknowledgeTitle, body: t.acknowledgeBody, confirm: t.acknowledge })
      if (answer.yes) await act('acknowledge', (key) => acknowledgeReport(report, key), t.acknowledged)
    },
    revise: async () => {
      const answer = await ask({
        title: t.reviseTitle,
        body: report.sent_revision
          ? t.reviseBody(report.sent_revision)
          : report.status === 'submitted'
            ? t.takeBackBody
            : t.reviseBodyNew,
        confirm: report.status === 'submitted' ? t.takeBack : t.revise,
        reason,
      })
      if (answer.yes) await act('revise', (key) => reviseReport(report, key, answer.reason), t.revised)
    },
  }
}

export type Moves = ReturnType<typeof useMoves>
