import { Link } from 'react-router'
import type { Communication } from '@/api/types'
import { formatRange, formatWhen } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Card, Facts } from '@/ui/Card'
import { PersonName } from '@/ui/PersonName'
import { communicationTexts } from '../texts'

/** "thứ Hai, thứ Sáu", or every day. */
export function useDays(item: Communication): string {
  const t = useTexts(communicationTexts)
  const days = item.schedule.weekdays ?? []
  return days.length === 0 ? t.everyDay : days.map((day) => t.weekday[day - 1]).join(', ')
}

export function ItemFacts({ item }: { item: Communication }) {
  const t = useTexts(communicationTexts).one
  const days = useDays(item)
  const broadcast = item.channel === 'loudspeaker'
  const times = item.schedule.times ?? []
  return (
    <Card>
      <Facts
        items={[
          [
            t.period,
            <span key="p" className="num">
              {formatRange(item.starts_on, item.ends_on)}
            </span>,
          ],
          broadcast ? [t.times, times.length > 0 ? times.join(', ') : '–'] : null,
          broadcast ? [t.days, days] : null,
          item.reader ? [t.reader, item.reader] : null,
          item.copies ? [t.copies, formatNumber(item.copies)] : null,
          item.link
            ? [
                t.link,
                <a key="l" href={item.link} target="_blank" rel="noopener noreferrer" className="pre">
                  {item.link}
                </a>,
              ]
            : null,
          [t.lead, item.lead_unit.name],
          item.campaign_name
            ? [
                t.campaign,
                <Link key="c" to={`/truyen-thong?dot=${item.campaign_id}`}>
                  {item.campaign_name}
                </Link>,
              ]
            : null,
          item.section_path ? [t.section, item.section_path] : null,
          item.task
            ? [
                t.task,
                <Link key="t" to={`/viec/${item.task.id}`}>
                  {item.task.title}
                </Link>,
              ]
            : null,
          item.created_by ? [t.by, <PersonName key="b" person={item.created_by} />] : null,
          item.approved_by && item.approved_at
            ? [t.approvedBy, t.approved(item.approved_by.full_name, formatWhen(item.approved_at))]
            : null,
        ]}
      />
    </Card>
  )
}
