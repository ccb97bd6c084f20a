import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Report, ReportAction } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { Sheet } from '@/ui/Modal'
import { NumberInput } from '@/ui/NumberInput'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { REPORT_TOUCHES, sendReport } from '../queries'
import { reportTexts } from '../texts'
import type { Moves } from '../useMoves'
import styles from './reports.module.css'

/** What may be done now, at the bottom of the screen where the reading ends. */
export function ActionBar({ report, moves }: { report: Report; moves: Moves }) {
  const t = useTexts(reportTexts).act
  const [sending, setSending] = useState(false)
  const may = (action: ReportAction) => report.allowed_actions.includes(action)
  const ofUnit = report.kind.startsWith('unit')
  if (!report.allowed_actions.some((action) => action !== 'edit')) return null
  return (
    <div className={`${styles.bar} no-print`} data-bar role="group" aria-label={t.bar}>
      {may('submit') ? (
        <Button loading={moves.busy === 'submit'} onClick={() => void moves.submit()}>
          {ofUnit ? t.submitUnit : t.submit}
        </Button>
      ) : null}
      {may('approve') ? (
        <Button loading={moves.busy === 'approve'} onClick={() => void moves.approve()}>
          {t.approve}
        </Button>
      ) : null}
      {may('send') ? <Button onClick={() => setSending(true)}>{t.send}</Button> : null}
      {may('acknowledge') ? (
        <Button loading={moves.busy === 'acknowledge'} onClick={() => void moves.acknowledge()}>
          {t.acknowledge}
        </Button>
      ) : null}
      {may('return') ? (
        <Button variant="default" loading={moves.busy === 'return'} onClick={() => void moves.giveBack()}>
          {t.giveBack}
        </Button>
      ) : null}
      {may('revise') ? (
        <Button variant="default" loading={moves.busy === 'revise'} onClick={() => void moves.revise()}>
          {report.status === 'submitted' ? t.takeBack : t.revise}
        </Button>
      ) : null}
      {sending ? <SendDialog report={report} onClose={() => setSending(false)} /> : null}
    </div>
  )
}

interface Values {
  number: number | ''
  issued_on: string | null
}

/** The number and the day that the clerk gave the signed paper. */
function SendDialog({ report, onClose }: { report: Report; onClose: () => void }) {
  const t = useTexts(reportTexts).act
  const { today } = useSession()
  const queries = useQueryClient()
  const house = useHouseForm<Values>({
    initial: { number: report.head.number ?? '', issued_on: report.head.issued_on ?? today },
    send: async ({ number, issued_on }, key): Promise<void> => {
      await sendReport(report, key, { number: number === '' ? null : number, issued_on })
      for (const queryKey of REPORT_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.sent)
      onClose()
    },
  })
  return (
    <Sheet opened onClose={onClose} title={t.sendTitle}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <p>{t.sendBody}</p>
        <NumberInput
          label={t.sendNumber}
          description={t.sendNumberHint}
          min={1}
          allowDecimal={false}
          allowNegative={false}
          {...house.field('number')}
        />
        <DateField label={t.sendDay} {...house.field('issued_on')} />
        <div>
          <Button type="submit" loading={house.busy}>
            {t.send}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
