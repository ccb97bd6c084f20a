import { useTexts } from '@/lib/i18n'
import { FlagButton } from '@/ui/FlagButton'
import { TextInput } from '@/ui/inputs'
import { communicationFormTexts } from '../formTexts'
import styles from './communications.module.css'
import type { House } from './ItemFields'

/** When the loudspeakers read it, and who reads. */
export function ScheduleFields({ house }: { house: House }) {
  const t = useTexts(communicationFormTexts)
  const { weekdays } = house.values
  const toggle = (day: number) =>
    house.form.setFieldValue(
      'weekdays',
      weekdays.includes(day) ? weekdays.filter((one) => one !== day) : [...weekdays, day].sort(),
    )
  return (
    <>
      <TextInput label={t.times} description={t.timesHint} maxLength={120} {...house.field('times')} />
      <fieldset className={styles.days}>
        <legend>{t.weekdays}</legend>
        <div className={styles.toggles}>
          {t.weekday.map((name, index) => (
            <FlagButton key={name} label={name} on={weekdays.includes(index + 1)} onToggle={() => toggle(index + 1)} />
          ))}
        </div>
        <p className="small muted" style={{ marginTop: 4 }}>
          {t.weekdaysHint}
        </p>
      </fieldset>
      <TextInput label={t.reader} maxLength={200} {...house.field('reader')} />
    </>
  )
}
