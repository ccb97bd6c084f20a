import type { PlainDate } from '@/lib/dates'
import { weekday } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { DateField } from '@/ui/DateField'
import { FlagButton } from '@/ui/FlagButton'
import { Checkbox } from '@/ui/inputs'
import { SegmentedControl } from '@/ui/Segmented'
import { eventFormTexts } from '../formTexts'
import { SESSIONS_MAX, sessionsOf, weekdayNumber } from '../series'
import type { House } from './EventFields'
import styles from './form.module.css'

/** A Monday: only the names of its week are used. */
const WEEK = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05', '2024-01-06', '2024-01-07']

export function RepeatFields({ house, first }: { house: House; first: PlainDate | null }) {
  const t = useTexts(eventFormTexts).repeat
  const { form, part, values } = house
  const { repeat } = values
  const own = first ? String(weekdayNumber(first)) : null
  const chosen = repeat.weekdays.length > 0 ? repeat.weekdays : own ? [own] : []
  const toggle = (day: string) => {
    const next = chosen.includes(day) ? chosen.filter((one) => one !== day) : [...chosen, day].toSorted()
    form.setFieldValue('repeat.weekdays', next)
  }
  const count = first && repeat.until ? sessionsOf({ ...repeat, weekdays: chosen }, first).length : 0
  return (
    <div className="stack">
      <Checkbox
        label={t.on}
        description={t.onHint}
        checked={repeat.on}
        onChange={(event) => form.setFieldValue('repeat.on', event.currentTarget.checked)}
      />
      {repeat.on ? (
        <>
          <SegmentedControl
            aria-label={t.every}
            value={repeat.every}
            onChange={(value) => form.setFieldValue('repeat.every', value as 'day' | 'week')}
            data={[
              { value: 'week', label: t.week },
              { value: 'day', label: t.day },
            ]}
          />
          {repeat.every === 'week' ? (
            <fieldset className={styles.group}>
              <legend className={styles.legend}>{t.weekdays}</legend>
              <div className={styles.days}>
                {WEEK.map((day, at) => (
                  <FlagButton
                    key={day}
                    on={chosen.includes(String(at + 1))}
                    label={weekday(day)}
                    onToggle={() => toggle(String(at + 1))}
                  />
                ))}
              </div>
            </fieldset>
          ) : null}
          <DateField label={t.until} min={first ?? undefined} {...part('repeat.until')} />
          {count > 0 ? (
            <p className={count > SESSIONS_MAX || count === 1 ? 'late' : 'second'} role="status">
              {count > SESSIONS_MAX ? t.tooMany(count) : count === 1 ? t.none : t.count(count)}
            </p>
          ) : null}
        </>
      ) : null}
    </div>
  )
}
