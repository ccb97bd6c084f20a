import { IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '@/lib/i18n'
import { IconButton } from './Button'
import { TextInput } from './inputs'
import { uiTexts } from './texts'

interface SearchFieldProps {
  label: string
  value: string
  onSearch: (query: string) => void
  delay?: number
}

/** Never searches while an input method composes (Telex, VNI), then after a short rest. "/" jumps here. */
export function SearchField({ label, value, onSearch, delay = 250 }: SearchFieldProps) {
  const t = useTexts(uiTexts)
  const [text, setText] = useState(value)
  const composing = useRef(false)
  const sent = useRef(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    // The address changed by other means (saved filter, back button).
    if (value !== sent.current) {
      sent.current = value
      setText(value)
    }
  }, [value])
  useEffect(() => () => clearTimeout(timer.current), [])
  const fire = (next: string) => {
    clearTimeout(timer.current)
    const clean = next.normalize('NFC').trim()
    if (clean === sent.current) return
    sent.current = clean
    onSearch(clean)
  }
  const later = (next: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => fire(next), delay)
  }
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      data-search
      autoComplete="off"
      value={text}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSectionWidth={44}
      rightSection={
        text ? (
          <IconButton
            label={t.clear}
            onClick={() => {
              setText('')
              fire('')
            }}
          >
            <IconX size={18} aria-hidden />
          </IconButton>
        ) : null
      }
      onCompositionStart={() => {
        composing.current = true
        clearTimeout(timer.current)
      }}
      onCompositionEnd={(event) => {
        composing.current = false
        later(event.currentTarget.value)
      }}
      onChange={(event) => {
        const next = event.currentTarget.value
        setText(next)
        if (!composing.current) later(next)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !composing.current) fire(event.currentTarget.value)
        if (event.key === 'Escape' && text) {
          event.stopPropagation()
          setText('')
          fire('')
        }
      }}
    />
  )
}
