import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { today } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { saveBlob } from '@/ui/Attachments'
import { Button } from '@/ui/Button'
import { useProblemText } from '@/ui/ErrorState'
import { Menu } from '@/ui/Menu'
import { toast } from '@/ui/toast'
import type { SignInFilters } from './filters'
import { exportSignIns } from './queries'
import { signInTexts } from './texts'

/** The whole list with its filters as a file. */
export function SignInExport({ filters }: { filters: SignInFilters }) {
  const t = useTexts(signInTexts)
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const download = async (format: 'xlsx' | 'csv') => {
    setBusy(true)
    try {
      saveBlob(await exportSignIns(filters, format), `dang-nhap-${today()}.${format}`)
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
