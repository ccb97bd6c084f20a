import { IconDownload, IconFileText, IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import { today } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { saveBlob } from '@/ui/Attachments'
import { Button } from '@/ui/Button'
import { useProblemText } from '@/ui/ErrorState'
import { Menu } from '@/ui/Menu'
import { toast } from '@/ui/toast'
import { communicationTexts } from '../texts'

interface ExportMenuProps {
  name: string
  load: (format: 'xlsx' | 'csv') => Promise<Blob>
  /** The list of banners as a paper. */
  banners?: () => Promise<Blob>
}

export function ExportMenu({ name, load, banners }: ExportMenuProps) {
  const t = useTexts(communicationTexts).act
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const download = async (file: () => Promise<Blob>, fileName: string) => {
    setBusy(true)
    try {
      saveBlob(await file(), fileName)
    } catch (error) {
      toast.error(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  const table = <IconTable size={20} aria-hidden />
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button variant="default" loading={busy} leftSection={<IconDownload size={18} aria-hidden />}>
          {t.exportFile}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={table} onClick={() => void download(() => load('xlsx'), `${name}-${today()}.xlsx`)}>
          {t.excel}
        </Menu.Item>
        <Menu.Item leftSection={table} onClick={() => void download(() => load('csv'), `${name}-${today()}.csv`)}>
          {t.csv}
        </Menu.Item>
        {banners ? (
          <Menu.Item
            leftSection={<IconFileText size={20} aria-hidden />}
            onClick={() => void download(banners, `${t.fileName.banners}-${today()}.docx`)}
          >
            {t.banners}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
