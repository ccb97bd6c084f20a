import { IconDownload, IconFileText, IconPrinter, IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import type { Handover } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { fold } from '@/lib/text'
import { saveBlob } from '@/ui/Attachments'
import { Button } from '@/ui/Button'
import { useProblemText } from '@/ui/ErrorState'
import { Menu } from '@/ui/Menu'
import { toast } from '@/ui/toast'
import { papers } from '../queries'
import { summerTexts } from '../texts'

export function PapersMenu({ handover }: { handover: Handover }) {
  const t = useTexts(summerTexts).one
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const place = fold(`${handover.school?.name ?? ''} ${handover.neighborhood?.name ?? ''}`).replace(/[^a-z0-9]+/g, '-')
  const download = async (paper: keyof typeof papers, ext: string) => {
    setBusy(true)
    try {
      saveBlob(await papers[paper](handover.id), `${t.file[paper]}-${handover.year}-${place}.${ext}`)
    } catch (error) {
      toast.error(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  const word = <IconFileText size={20} aria-hidden />
  return (
    <Menu position="bottom-end" width={270}>
      <Menu.Target>
        <Button variant="default" loading={busy} leftSection={<IconDownload size={18} aria-hidden />}>
          {t.download}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={word} onClick={() => void download('minutes', 'docx')}>
          {t.minutes}
        </Menu.Item>
        <Menu.Item leftSection={word} onClick={() => void download('cards', 'docx')}>
          {t.cards}
        </Menu.Item>
        <Menu.Item leftSection={<IconTable size={20} aria-hidden />} onClick={() => void download('list', 'xlsx')}>
          {t.list}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPrinter size={20} aria-hidden />}
          onClick={() => setTimeout(() => window.print(), 200)}
        >
          {t.printList}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
