import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { saveBlob } from './Attachments'
import { Button } from './Button'
import { useProblemText } from './ErrorState'
import { toast } from './toast'

/** A file of the server, saved under a name. */
export function FileButton({ label, name, load }: { label: string; name: string; load: () => Promise<Blob> }) {
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const download = async () => {
    setBusy(true)
    try {
      saveBlob(await load(), name)
    } catch (error) {
      toast.error(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button
      variant="default"
      loading={busy}
      leftSection={<IconDownload size={18} aria-hidden />}
      onClick={() => void download()}
    >
      {label}
    </Button>
  )
}
