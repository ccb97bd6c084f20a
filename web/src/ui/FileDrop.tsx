import { IconFileUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTexts } from '@/lib/i18n'
import styles from './FileDrop.module.css'
import { uiTexts } from './texts'

interface FileDropProps {
  label: string
  hint: string
  accept: string
  busy?: boolean
  busyLabel?: string
  onFile: (file: File) => void
}

export function FileDrop({ label, hint, accept, busy = false, busyLabel, onFile }: FileDropProps) {
  const t = useTexts(uiTexts)
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  return (
    <div>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          if (file) onFile(file)
          event.currentTarget.value = ''
        }}
      />
      <button
        type="button"
        className={styles.drop}
        data-over={over || undefined}
        disabled={busy}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const file = event.dataTransfer.files[0]
          if (file && !busy) onFile(file)
        }}
      >
        <IconFileUpload size={36} stroke={1.5} aria-hidden />
        <strong>{busy ? (busyLabel ?? t.loading) : label}</strong>
        <span className="second">{hint}</span>
      </button>
    </div>
  )
}
