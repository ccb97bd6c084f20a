import { useState, type ReactNode } from 'react'
import { formatTime, today } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { DateField } from './DateField'
import { TextInput } from './inputs'
import styles from './MomentField.module.css'
import { momentTexts } from './momentTexts'

interface MomentFieldProps {
  id?: string
  label: string
  description?: string
  value?: string | null
  onChange: (instant: string | null) => void
  error?: ReactNode
  /** The hour that a day without one gets. */
  hour?: string
}

/** `8`, `8:30`, `0830`, `8h30` → `08:30`. */
export function parseHour(text: string): string | null {
  const found = /^(\d{1,2})(?:\s*[:hg.]\s*(\d{0,2})|(\d{2}))?$/i.exec(text.trim())
  if (!found) return null
  const [hours, minutes] = [Number(found[1]), Number(found[2] || found[3] || 0)]
  if (hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** Vietnam has one zone and no summer time. */
const instantOf = (day: string, hour: string) => new Date(`${day}T${hour}:00+07:00`).toISOString()

/** A day and an hour on the ward's clock. */
export function MomentField({
  id,
  label,
  description,
  value = null,
  onChange,
  error,
  hour = '08:00',
}: MomentFieldProps) {
  const t = useTexts(momentTexts)
  const [typed, setTyped] = useState<string | null>(null)
  const day = value ? today(new Date(value)) : null
  const shown = typed ?? (value ? formatTime(value) : '')
  const wrong = typed !== null && typed.trim() !== '' && parseHour(typed) === null
  return (
    <div className={styles.pair}>
      <DateField
        id={id}
        label={label}
        description={description}
        error={error}
        value={day}
        onChange={(next) => onChange(next ? instantOf(next, parseHour(shown) ?? hour) : null)}
      />
      <TextInput
        label={t.hour}
        aria-label={`${label}: ${t.hour}`}
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
        value={shown}
        error={wrong ? t.wrong : undefined}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          const parsed = parseHour(event.currentTarget.value)
          if (parsed && day) onChange(instantOf(day, parsed))
        }}
        onBlur={() => {
          if (!wrong) setTyped(day ? null : typed)
        }}
      />
    </div>
  )
}
