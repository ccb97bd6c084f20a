import { IconDownload, IconPrinter, IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import { today } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { saveBlob } from '@/ui/Attachments'
import { Button } from '@/ui/Button'
import { useProblemText } from '@/ui/ErrorState'
import { Menu } from '@/ui/Menu'
import { toast } from '@/ui/toast'
import type { TaskQuery } from '../filters'
import { exportTasks } from '../queries'
import { taskTexts } from '../texts'

export function ExportMenu({ query }: { query: TaskQuery }) {
  const t = useTexts(taskTexts).export
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const download = async (format: 'xlsx' | 'csv') => {
    setBusy(true)
    try {
      saveBlob(await exportTasks(query, format), `viec-${today()}.${format}`)
    } catch (error) {
      toast.error(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button variant="default" loading={busy} leftSection={<IconDownload size={18} aria-hidden />}>
          {t.label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconTable size={20} aria-hidden />} onClick={() => void download('xlsx')}>
          {t.xlsx}
        </Menu.Item>
        <Menu.Item leftSection={<IconTable size={20} aria-hidden />} onClick={() => void download('csv')}>
          {t.csv}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPrinter size={20} aria-hidden />}
          onClick={() => setTimeout(() => window.print(), 200)}
        >
          {t.print}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
