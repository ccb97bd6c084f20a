import '@mantine/core/styles/Popover.layer.css'
import { Popover } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { formatDate, parseTyped, type PlainDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { IconButton } from './Button'
import { TextInput } from './inputs'
import { uiTexts } from './texts'

const Calendar = lazy(() => import('./Calendar'))

interface DateFieldProps {
  id?: string
  label: ReactNode
  description?: ReactNode
  value?: PlainDate | null
  onChange: (value: PlainDate | null) => void
  error?: ReactNode
  required?: boolean
  disabled?: boolean
  min?: PlainDate
  max?: PlainDate
}

/**
 * Typed first (27032026, 5/9/2026, 5/9), the calendar second. A text that is no date is kept and explained, and the
 * value becomes null, so a wrong date can never be saved as the earlier one.
 */
export function DateField({ value = null, onChange, error, min, max, ...field }: DateFieldProps) {
  const t = useTexts(uiTexts).date
  const [draft, setDraft] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const settle = (text: string) => {
    const parsed = parseTyped(text)
    if (text.trim() === '') {
      setDraft(null)
      onChange(null)
    } else if (parsed) {
      setDraft(null)
      onChange(parsed)
    } else {
      onChange(null)
    }
  }
  const wrong = draft !== null && draft.trim() !== '' && parseTyped(draft) === null
  return (
    <TextInput
      {...field}
      withAsterisk={false}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={field.description ?? t.hint}
      inputMode="numeric"
      autoComplete="off"
      placeholder=""
      value={draft ?? formatDate(value)}
      error={wrong && document.activeElement?.id !== field.id ? t.wrong : error}
      onChange={(event) => {
        const text = event.currentTarget.value
        setDraft(text)
        // A complete date counts at once, so that Enter in the form sends what is seen.
        const complete = text.length >= 8 ? parseTyped(text) : null
        if (complete) onChange(complete)
      }}
      onBlur={(event) => settle(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && draft !== null) settle(draft)
      }}
      rightSectionWidth={46}
      rightSection={
        <Popover opened={open} onChange={setOpen} position="bottom-end" withinPortal trapFocus returnFocus>
          <Popover.Target>
            <IconButton
              label={t.open}
              onClick={() => setOpen((o) => !o)}
              disabled={field.disabled}
              aria-expanded={open}
            >
              <IconCalendar size={20} aria-hidden />
            </IconButton>
          </Popover.Target>
          <Popover.Dropdown>
            {open ? (
              <Suspense fallback={<div style={{ width: 280, height: 290 }} />}>
                <Calendar
                  value={value}
                  min={min}
                  max={max}
                  onPick={(day) => {
                    setDraft(null)
                    onChange(day)
                    setOpen(false)
                  }}
                />
              </Suspense>
            ) : null}
          </Popover.Dropdown>
        </Popover>
      }
    />
  )
}
