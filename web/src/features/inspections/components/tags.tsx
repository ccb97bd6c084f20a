import type { Inspection, Recommendation } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { StatusTag, type Tone } from '@/ui/StatusTag'
import { inspectionTexts, recommendationTexts } from '../texts'

type Look = { tone: Tone; icon: Parameters<typeof StatusTag>[0]['icon'] }

const looks: Record<Inspection['status'], Look> = {
  planned: { tone: 'blue', icon: 'clock' },
  done: { tone: 'green', icon: 'check' },
  cancelled: { tone: 'plain', icon: 'ban' },
}

export function InspectionTag({ status }: { status: Inspection['status'] }) {
  return <StatusTag {...looks[status]}>{useTexts(inspectionTexts).status[status]}</StatusTag>
}

const states: Record<Recommendation['status'], Look> = {
  open: { tone: 'orange', icon: 'clock' },
  fixed: { tone: 'blue', icon: 'eye' },
  verified: { tone: 'green', icon: 'check' },
  withdrawn: { tone: 'plain', icon: 'ban' },
}

export function RecommendationTag({ row }: { row: Recommendation }) {
  const t = useTexts(recommendationTexts)
  if (row.late)
    return (
      <StatusTag tone="red" icon="alert">
        {t.late(-row.days_left)}
      </StatusTag>
    )
  return <StatusTag {...states[row.status]}>{t.status[row.status]}</StatusTag>
}

export function DueText({ row }: { row: Recommendation }) {
  const t = useTexts(recommendationTexts)
  return <span className="num">{t.due(formatDate(row.due_on))}</span>
}

/** What stands where: the most pressing first. */
export function CountTags({ counts }: { counts: Inspection['recommendations'] }) {
  const t = useTexts(inspectionTexts)
  const { open, late, fixed, verified } = counts
  if (open + fixed + verified === 0) return <span className="muted">{t.none}</span>
  return (
    <span className="row">
      {late > 0 ? (
        <StatusTag tone="red" icon="alert">
          {t.late(late)}
        </StatusTag>
      ) : null}
      {open - late > 0 ? (
        <StatusTag tone="orange" icon="clock">
          {t.open(open - late)}
        </StatusTag>
      ) : null}
      {fixed > 0 ? (
        <StatusTag tone="blue" icon="eye">
          {t.fixed(fixed)}
        </StatusTag>
      ) : null}
      {verified > 0 ? (
        <StatusTag tone="green" icon="check">
          {t.verified(verified)}
        </StatusTag>
      ) : null}
    </span>
  )
}
