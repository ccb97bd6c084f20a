import { IconCalendarShare, IconDownload, IconPrinter, IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { saveBlob } from '@/ui/Attachments'
import { Button } from '@/ui/Button'
import { useProblemText } from '@/ui/ErrorState'
import { Menu } from '@/ui/Menu'
import { toast } from '@/ui/toast'
import { feedTexts } from '../feedTexts'
import { FILTER_NAMES, type EventQuery } from '../filters'
import { exportEvents } from '../queries'
import { eventTexts } from '../texts'
import type { Range } from '../calendar'
import { FeedDialog } from './FeedDialog'

interface ExportMenuProps {
  query: EventQuery
  params: URLSearchParams
  /** The days of a printed programme. */
  range: Range
}

export function ExportMenu({ query, params, range }: ExportMenuProps) {
  const t = useTexts(eventTexts).export
  const feed = useTexts(feedTexts)
  const { me } = useSession()
  const problemText = useProblemText()
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const [syncing, setSyncing] = useState(false)
  const download = async () => {
    setBusy(true)
    try {
      saveBlob(await exportEvents(query), `lich-hoat-dong-${range.from}.xlsx`)
    } catch (error) {
      toast.error(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  const print = () => {
    const to = new URLSearchParams({ from: range.from, to: range.to })
    for (const name of FILTER_NAMES) if (params.get(name)) to.set(name, params.get(name)!)
    void navigate(`/lich/in?${to}`)
  }
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button variant="default" loading={busy} leftSection={<IconDownload size={18} aria-hidden />}>
            {t.label}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconTable size={20} aria-hidden />} onClick={() => void download()}>
            {t.xlsx}
          </Menu.Item>
          <Menu.Item leftSection={<IconPrinter size={20} aria-hidden />} onClick={print}>
            {t.print}
          </Menu.Item>
          {me.ward ? (
            <Menu.Item leftSection={<IconCalendarShare size={20} aria-hidden />} onClick={() => setSyncing(true)}>
              {feed.open}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {syncing ? <FeedDialog onClose={() => setSyncing(false)} /> : null}
    </>
  )
}
