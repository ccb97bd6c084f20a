import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTexts } from '@/lib/i18n'
import { saveBlob } from '@/ui/Attachments'
import { Button } from '@/ui/Button'
import { useProblemText } from '@/ui/ErrorState'
import { toast } from '@/ui/toast'
import { readRejected, type ChildImport } from '../queries'
import { importTexts } from '../texts'

/** The wrong rows as a file to mend. */
export function Rejected({ one }: { one: Pick<ChildImport, 'id'> }) {
  const t = useTexts(importTexts).rows
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const download = async () => {
    setBusy(true)
    try {
      saveBlob(await readRejected(one.id), t.rejectedFile)
    } catch (error) {
      toast.error(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="row">
      <Button
        variant="default"
        loading={busy}
        leftSection={<IconDownload size={18} aria-hidden />}
        onClick={() => void download()}
      >
        {t.rejected}
      </Button>
      <span className="second">{t.rejectedHint}</span>
    </div>
  )
}
