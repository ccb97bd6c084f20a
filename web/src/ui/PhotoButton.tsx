import { IconCamera, IconFile, IconX } from '@tabler/icons-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTexts } from '@/lib/i18n'
import { shrinkPhoto } from '@/lib/image'
import { IconButton } from './Button'
import styles from './PhotoButton.module.css'
import { uiTexts } from './texts'

interface PhotoButtonProps {
  files: File[]
  onChange: (files: File[]) => void
  /** Documents beside photos (minutes, lists). */
  documents?: boolean
  maxMegabytes?: number
}

/** Photos are shrunk to 1600 px and lose their location before they are kept anywhere. */
export function PhotoButton({ files, onChange, documents = false, maxMegabytes = 20 }: PhotoButtonProps) {
  const t = useTexts(uiTexts).photo
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const take = async (chosen: File[]) => {
    if (chosen.length === 0) return
    setBusy(true)
    setProblem(null)
    const ready: File[] = []
    for (const file of chosen) {
      if (file.type.startsWith('image/')) {
        const small = await shrinkPhoto(file).catch(() => null)
        if (small) ready.push(small)
        else setProblem(t.unreadable)
      } else if (file.size > maxMegabytes * 1_048_576) {
        setProblem(t.tooBig(maxMegabytes))
      } else {
        ready.push(file)
      }
    }
    setBusy(false)
    if (ready.length > 0) onChange([...files, ...ready])
  }
  return (
    <div className="stack-2">
      <input
        ref={input}
        id={id}
        type="file"
        hidden
        multiple
        accept={documents ? 'image/*,.pdf,.docx,.xlsx' : 'image/*'}
        onChange={(event) => {
          void take(Array.from(event.currentTarget.files ?? []))
          event.currentTarget.value = ''
        }}
      />
      <button type="button" className={styles.button} disabled={busy} onClick={() => input.current?.click()}>
        <IconCamera size={26} aria-hidden />
        <span>{busy ? t.preparing : files.length > 0 ? t.another : t.add}</span>
      </button>
      {problem ? (
        <p role="alert" className="late">
          {problem}
        </p>
      ) : null}
      {files.length > 0 ? (
        <ul className={styles.grid}>
          {files.map((file, index) => (
            <li key={`${file.name}${index}`} className={styles.thumb}>
              <LocalPreview file={file} />
              <IconButton
                label={t.remove(file.name)}
                tone="light"
                className={styles.remove}
                onClick={() => onChange(files.filter((f) => f !== file))}
              >
                <IconX size={18} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function LocalPreview({ file }: { file: File }) {
  const image = file.type.startsWith('image/')
  const url = useMemo(() => (image ? URL.createObjectURL(file) : ''), [file, image])
  useEffect(() => () => URL.revokeObjectURL(url), [url])
  return image ? (
    <img src={url} alt="" className={styles.image} />
  ) : (
    <span className={styles.file}>
      <IconFile size={22} aria-hidden />
      {file.name}
    </span>
  )
}
