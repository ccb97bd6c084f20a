import type { ReportLine, ReportStatus } from '@/api/types'
import { useSession } from '@/app/session'
import { daysBetween, formatDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { StatusTag, type Tone } from '@/ui/StatusTag'
import { reportTexts } from '../texts'
import { useReach } from '../useReach'

type Look = { tone: Tone; icon: Parameters<typeof StatusTag>[0]['icon'] }

const look: Record<ReportStatus, Look> = {
  draft: { tone: 'orange', icon: 'pencil' },
  submitted: { tone: 'blue', icon: 'eye' },
  approved: { tone: 'blue', icon: 'check' },
  sent: { tone: 'blue', icon: 'up' },
  acknowledged: { tone: 'green', icon: 'check' },
  returned: { tone: 'red', icon: 'back' },
}

const aboveLook: Partial<Record<ReportStatus, Look>> = { sent: { tone: 'orange', icon: 'clock' } }

/** The same state in the words of whoever looks: what a unit has submitted has arrived, what was sent up waits there. */
export function ReportTag({ report }: { report: Pick<ReportLine, 'kind' | 'status'> }) {
  const t = useTexts(reportTexts)
  const { side } = useReach()
  const { status, kind } = report
  if (side === 'above') {
    const word = (t.aboveStatus as Partial<Record<ReportStatus, string>>)[status] ?? t.status[status]
    return <StatusTag {...(aboveLook[status] ?? look[status])}>{word}</StatusTag>
  }
  if (kind.startsWith('unit') && status === 'submitted') {
    return (
      <StatusTag tone="green" icon="check">
        {t.unitStatus.submitted}
      </StatusTag>
    )
  }
  return <StatusTag {...look[status]}>{t.status[status]}</StatusTag>
}

/** "Quá hạn 3 ngày (05/07/2024)"; the date alone while there is time or when it is done. */
export function DueWords({ report }: { report: Pick<ReportLine, 'due_on' | 'late'> }) {
  const t = useTexts(reportTexts)
  const { today } = useSession()
  if (!report.due_on) return null
  const day = formatDate(report.due_on)
  if (!report.late) return <span className="num muted">{t.dueOn(day)}</span>
  return (
    <span className="late">
      <span className="nowrap">{t.late(daysBetween(report.due_on, today))}</span> <span className="num">({day})</span>
    </span>
  )
}
