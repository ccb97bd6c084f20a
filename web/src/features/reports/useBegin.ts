import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { NewReport } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { isProblem } from '@/lib/problem'
import { useProblemText } from '@/ui/ErrorState'
import { toast } from '@/ui/toast'
import { createReport } from './queries'
import { reportTexts } from './texts'

/** Begins a report and opens it; where the period has one already, opens that. */
export function useBegin() {
  const t = useTexts(reportTexts).begin
  const navigate = useNavigate()
  const queries = useQueryClient()
  const problemText = useProblemText()
  const [busy, setBusy] = useState<NewReport['kind'] | null>(null)
  const running = useRef(false)
  const begin = async (body: NewReport) => {
    if (running.current) return
    running.current = true
    setBusy(body.kind)
    try {
      const report = await createReport(body, newId())
      void queries.invalidateQueries({ queryKey: ['reports'] })
      void navigate(`/bao-cao/${report.id}`)
    } catch (error) {
      if (isProblem(error) && error.reportId) {
        toast.info(t.there)
        void navigate(`/bao-cao/${error.reportId}`)
      } else {
        toast.error(problemText(error))
      }
    } finally {
      running.current = false
      setBusy(null)
    }
  }
  return { begin, busy }
}
