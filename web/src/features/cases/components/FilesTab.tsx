import { IconFile, IconPhoto, IconTrash } from '@tabler/icons-react'
import type { CaseFolder } from '@/api/types'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { openFile } from '@/ui/Attachments'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { useProblemText } from '@/ui/ErrorState'
import { toast } from '@/ui/toast'
import { actTexts } from '../dialogs/texts'
import type { Do } from '../doing'
import { fileTexts } from './texts'
import { loadCaseFile } from '../queries'
import { useCaseActs } from '../useCaseActs'
import styles from './file.module.css'

/** Files by their names: a preview would be a look that nobody meant. */
export function FilesTab({ folder, onDo }: { folder: CaseFolder; onDo: Do }) {
  const t = useTexts(fileTexts).files
  const words = useTexts(actTexts)
  const problemText = useProblemText()
  const acts = useCaseActs(folder.case)
  const may = folder.case.allowed_actions.includes('add_file')
  const add = may ? (
    <Button variant="default" onClick={() => onDo('files')}>
      {words.files.go}
    </Button>
  ) : undefined
  if (folder.files.length === 0) {
    return (
      <Card>
        <EmptyState action={add}>{t.empty}</EmptyState>
      </Card>
    )
  }
  return (
    <div className="stack">
      {add ? <div className="no-print">{add}</div> : null}
      <Card flush>
        <ul className={styles.entries}>
          {folder.files.map((one) => (
            <li key={one.id} className={styles.entry}>
              <div className="grow">
                <p className={styles.title}>{one.title}</p>
                <p className="second">{t.by(one.added_by?.full_name ?? '', formatInstant(one.added_at))}</p>
                <ul className={styles.files}>
                  {one.attachments.map((file) => (
                    <li key={file.id}>
                      <Button
                        variant="light"
                        size="sm"
                        leftSection={
                          file.media_type.startsWith('image/') ? (
                            <IconPhoto size={18} aria-hidden />
                          ) : (
                            <IconFile size={18} aria-hidden />
                          )
                        }
                        onClick={() =>
                          void openFile(file, {
                            load: (wanted) => loadCaseFile(folder.case.id, one.id, wanted),
                            onFailure: (error) => toast.error(problemText(error)),
                          })
                        }
                      >
                        {file.file_name}
                      </Button>
                    </li>
                  ))}
                </ul>
              </div>
              {may ? (
                <IconButton
                  label={t.remove(one.title)}
                  tone="danger"
                  className="no-print"
                  disabled={acts.busy === one.id}
                  onClick={() => void acts.removeFile(one.id)}
                >
                  <IconTrash size={18} aria-hidden />
                </IconButton>
              ) : null}
            </li>
          ))}
        </ul>
      </Card>
      <p className="second">{t.hint}</p>
    </div>
  )
}
