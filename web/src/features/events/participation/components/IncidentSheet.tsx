import { useNavigate } from 'react-router'
import type { EventAttendance } from '@/api/types'
import { useCan } from '@/app/session'
import { formatTime, today } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { prefill } from '@/lib/prefill'
import { Button } from '@/ui/Button'
import { Sheet } from '@/ui/Modal'
import type { Line } from '../checkin'
import { checkinTexts } from '../checkinTexts'

interface IncidentProps {
  event: EventAttendance
  line: Line | null
  onClose: () => void
}

/** Two taps to the form that the ward has already; who may not fill it in is not offered it. */
export function IncidentSheet({ event, line, onClose }: IncidentProps) {
  const t = useTexts(checkinTexts).incident
  const can = useCan()
  const navigate = useNavigate()
  const go = (to: string) => {
    const now = new Date()
    prefill.put({
      child: line && { id: line.child_id, full_name: line.full_name, birth_year: line.birth_year },
      place: event.place,
      day: today(now),
      time: formatTime(now.toISOString()),
      note: t.note(event.title),
    })
    void navigate(to)
  }
  return (
    <Sheet opened onClose={onClose} title={line ? `${t.title}: ${line.full_name}` : t.title}>
      <div className="stack">
        <p>
          <strong>{t.call}</strong>
        </p>
        {can('concerns', 'create') ? (
          <Button size="lg" color="red" onClick={() => go('/tin-bao/moi')}>
            {t.concern}
          </Button>
        ) : null}
        {can('injuries', 'create') ? (
          <Button size="lg" variant="default" onClick={() => go('/tai-nan/moi')}>
            {t.injury}
          </Button>
        ) : null}
      </div>
    </Sheet>
  )
}
