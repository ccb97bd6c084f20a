import { IconDownload, IconFile } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Attachment } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import styles from './Attachments.module.css'
import { uiTexts } from './texts'

interface AttachmentsProps {
  files: Attachment[]
  /** Bytes come with the person's token, so a plain `src` would not do. */
  load: (file: Attachment) => Promise<Blob>
  onFailure: (error: unknown) => void
}

/** A picture or a PDF in a tab of its own, anything else as a download. */
export async function openFile(file: Attachment, { load, onFailure }: Omit<AttachmentsProps, 'files'>) {
  // Opened before the bytes arrive: a browser blocks windows that come late.
  const tab =
    file.media_type.startsWith('image/') || file.media_type === 'application/pdf' ? window.open('', '_blank') : null
  try {
    const url = URL.createObjectURL(await load(file))
    if (tab) tab.location.href = url
    else saveAs(url, file.file_name)
    setTimeout(() => URL.revokeObjectURL(url), 60_000)
  } catch (error) {
    tab?.close()
    onFailure(error)
  }
}

export function Attachments({ files, load, onFailure }: AttachmentsProps) {
  const t = useTexts(uiTexts).photo
  if (files.length === 0) return null
  return (
    <ul className={styles.grid}>
      {files.map((file) => (
        <li key={file.id}>
          <button
            type="button"
            className={styles.item}
            onClick={() => void openFile(file, { load, onFailure })}
            aria-label={t.open(file.file_name)}
          >
            {file.media_type.startsWith('image/') ? (
              <RemoteImage file={file} load={load} />
            ) : (
              <span className={styles.file}>
                <IconFile size={22} aria-hidden />
                <span>{file.file_name}</span>
                <IconDownload size={16} aria-hidden />
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  )
}

function RemoteImage({ file, load }: Pick<AttachmentsProps, 'load'> & { file: Attachment }) {
  const [url, setUrl] = useState('')
  useEffect(() => {
    let made = ''
    let gone = false
    load(file)
      .then((blob) => {
        if (gone) return
        made = URL.createObjectURL(blob)
        setUrl(made)
      })
      .catch(() => undefined) // The tile stays grey; opening it tells why.
    return () => {
      gone = true
      URL.revokeObjectURL(made)
    }
    // The loader is a new function at every render; the file decides.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [file.id])
  return url ? <img src={url} alt="" className={styles.image} /> : <span className={styles.image} />
}

export function saveAs(url: string, name: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
}

export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  saveAs(url, name)
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
