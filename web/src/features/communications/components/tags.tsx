import type { Communication } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { StatusTag, type Tone } from '@/ui/StatusTag'
import { communicationTexts } from '../texts'

type Look = { tone: Tone; icon: Parameters<typeof StatusTag>[0]['icon'] }

const look: Record<Communication['status'], Look> = {
  draft: { tone: 'orange', icon: 'pencil' },
  returned: { tone: 'red', icon: 'back' },
  approved: { tone: 'blue', icon: 'clock' },
  done: { tone: 'green', icon: 'check' },
  cancelled: { tone: 'plain', icon: 'ban' },
}

export function CommunicationTag({ status }: { status: Communication['status'] }) {
  return <StatusTag {...look[status]}>{useTexts(communicationTexts).status[status]}</StatusTag>
}

/** "8/11 đơn vị"; for a unit whether its own report is there. */
export function ReportedTag({ item, unit }: { item: Communication; unit: string | null }) {
  const t = useTexts(communicationTexts)
  if (item.status !== 'approved' && item.status !== 'done') return null
  const own = unit ? item.units.find((share) => share.unit.id === unit) : undefined
  const done = own ? own.reports > 0 : item.units_reported === item.units_total
  return (
    <StatusTag tone={done ? 'green' : 'orange'} icon={done ? 'check' : 'clock'}>
      {own ? (done ? t.mine.done : t.mine.todo) : t.progress(item.units_reported, item.units_total)}
    </StatusTag>
  )
}
