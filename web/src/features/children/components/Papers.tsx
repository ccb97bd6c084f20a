import { IconFile, IconPhoto, IconTrash } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Attachment, Child, Circumstance } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { openFile } from '@/ui/Attachments'
import { Button, IconButton } from '@/ui/Button'
import { useProblemText } from '@/ui/ErrorState'
import { Modal } from '@/ui/Modal'
import { toast } from '@/ui/toast'
import { loadPaper } from '../queries'
import { childTexts } from '../texts'
import { useCancel } from '../useChildActs'
import styles from './child.module.css'

interface PapersProps {
  child: Child
  one: Circumstance
  may: boolean
}

/** The files of a circumstance by their names: a preview would be a look that nobody meant. */
export function Papers({ child, one, may }: PapersProps) {
  const t = useTexts(childTexts).circumstance.file
  const problemText = useProblemText()
  const cancel = useCancel(child)
  const [shown, setShown] = useState<{ name: string; url: string } | null>(null)
  useEffect(() => (shown ? () => URL.revokeObjectURL(shown.url) : undefined), [shown])
  const load = (file: Attachment) => loadPaper(child.id, one.id, file)
  const onFailure = (error: unknown) => toast.error(problemText(error))
  const open = async (file: Attachment) => {
    if (!file.media_type.startsWith('image/')) return openFile(file, { load, onFailure })
    try {
      // Within the page, which is covered when it is left alone; a tab of its own would stay.
      setShown({ name: file.file_name, url: URL.createObjectURL(await load(file)) })
    } catch (error) {
      onFailure(error)
    }
  }
  if (one.attachments.length === 0) return null
  return (
    <>
      <ul className={styles.papers}>
        {one.attachments.map((file) => (
          <li key={file.id}>
            <Button
              variant="light"
              size="sm"
              className={styles.paper}
              leftSection={
                file.media_type.startsWith('image/') ? (
                  <IconPhoto size={18} aria-hidden />
                ) : (
                  <IconFile size={18} aria-hidden />
                )
              }
              onClick={() => void open(file)}
            >
              {file.file_name}
            </Button>
            {may ? (
              <IconButton
                label={t.remove(file.file_name)}
                tone="danger"
                className="no-print"
                disabled={cancel.busy === file.id}
                onClick={() => void cancel.paper(one.id, file)}
              >
                <IconTrash size={18} aria-hidden />
              </IconButton>
            ) : null}
          </li>
        ))}
      </ul>
      {shown ? (
        <Modal opened onClose={() => setShown(null)} title={shown.name} size="xl">
          <img src={shown.url} alt={shown.name} className={styles.picture} />
        </Modal>
      ) : null}
    </>
  )
}
