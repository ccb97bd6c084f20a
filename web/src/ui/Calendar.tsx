import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/vi'
import { DatePicker } from '@mantine/dates'
import type { PlainDate } from '@/lib/dates'
import { useLanguage, useTexts } from '@/lib/i18n'
import { uiTexts } from './texts'

interface CalendarProps {
  value: PlainDate | null
  min?: PlainDate
  max?: PlainDate
  onPick: (day: PlainDate) => void
}

export default function Calendar({ value, min, max, onPick }: CalendarProps) {
  const t = useTexts(uiTexts).date
  return (
    <DatePicker
      locale={useLanguage()}
      firstDayOfWeek={1}
      value={value}
      defaultDate={value ?? undefined}
      minDate={min}
      maxDate={max}
      onChange={(day) => day && onPick(day)}
      ariaLabels={{
        nextMonth: t.nextMonth,
        previousMonth: t.previousMonth,
        nextYear: t.nextYear,
        previousYear: t.previousYear,
      }}
    />
  )
}
