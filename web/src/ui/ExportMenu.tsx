import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { today } from '@/lib/dates'
import { saveBlob } from './Attachments'
import { Button } from './Button'
import { useProblemText } from './ErrorState'
import { Menu } from './Menu'
import { toast } from './toast'

type Format = 'xlsx' | 'csv'

interface ExportMenuProps {
  /** What the file is called, before the day. */
  name: string
  load: (format: Format) => Promise<Blob>
  t: { exportFile: string; exported: string; excel: string; csv: string }
}

/** The whole list with its filters as a file. */
export function ExportMenu({ name, load, t }: ExportMenuProps) {
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const download = async (format: Format) => {
    setBusy(true)
    try {
      saveBlob(await load(format), `${name}-${today()}.${format}`)
      toast.ok(t.exported)
    } catch (error) {
      toast.error(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <Button variant="default" loading={busy} leftSection={<IconDownload size={18} aria-hidden />}>
          {t.exportFile}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void download('xlsx')}>{t.excel}</Menu.Item>
        <Menu.Item onClick={() => void download('csv')}>{t.csv}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
