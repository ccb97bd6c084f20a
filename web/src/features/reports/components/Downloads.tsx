import { IconDownload, IconFileTypeDocx, IconFileTypePdf, IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import type { Report } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { saveBlob } from '@/ui/Attachments'
import { Button } from '@/ui/Button'
import { useProblemText } from '@/ui/ErrorState'
import { Menu } from '@/ui/Menu'
import { toast } from '@/ui/toast'
import { loadPaper, type Paper } from '../queries'
import { reportTexts } from '../texts'

/** The official papers, made by the server. */
export function Downloads({ report }: { report: Pick<Report, 'id' | 'period_to'> }) {
  const t = useTexts(reportTexts).act
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const download = async (paper: Paper, name: string) => {
    setBusy(true)
    try {
      const kind = paper.split('.').at(-1)
      saveBlob(await loadPaper(report.id, paper), `${name}-${report.period_to}.${kind}`)
    } catch (error) {
      toast.error(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button variant="default" loading={busy} leftSection={<IconDownload size={18} aria-hidden />}>
          {t.files}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconFileTypeDocx size={20} aria-hidden />}
          onClick={() => void download('document.docx', t.fileName)}
        >
          {t.docx}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileTypePdf size={20} aria-hidden />}
          onClick={() => void download('document.pdf', t.fileName)}
        >
          {t.pdf}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTable size={20} aria-hidden />}
          onClick={() => void download('appendix.xlsx', t.appendixName)}
        >
          {t.xlsx}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
