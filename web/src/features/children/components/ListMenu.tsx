import { IconCopyCheck, IconDots, IconDownload, IconMailQuestion, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useSession } from '@/app/session'
import { today } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { saveBlob } from '@/ui/Attachments'
import { Button, IconButton, LinkButton } from '@/ui/Button'
import { usePhone } from '@/ui/DataTable'
import { useProblemText } from '@/ui/ErrorState'
import { Menu } from '@/ui/Menu'
import { toast } from '@/ui/toast'
import { exportChildren, type ListQuery } from '../queries'
import { childTexts } from '../texts'
import { isWard } from '../views'

const MOST_ON_PAPER = 2_000

interface Pages {
  hasNextPage: boolean
  isError: boolean
  fetchNextPage: () => Promise<Pages>
}

interface ListMenuProps {
  query: ListQuery
  words: string
  total: number
  list: Pages
}

/** What one does with the whole list: a file with its filters, paper, the desks of duplicates and of families’ requests. */
export function ListMenu({ query, words, total, list }: ListMenuProps) {
  const t = useTexts(childTexts).list
  const { me } = useSession()
  const phone = usePhone()
  const navigate = useNavigate()
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const download = async () => {
    setBusy(true)
    try {
      saveBlob(await exportChildren(query, words), `tre-em-${today()}.xlsx`)
      toast.ok(t.exported)
    } catch (error) {
      toast.error(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  const print = async () => {
    if (total > MOST_ON_PAPER) return toast.info(t.printTooMany(formatNumber(MOST_ON_PAPER)))
    // Paper has no next page to scroll to: the rest is fetched first.
    let page = list
    while (page.hasNextPage && !page.isError) page = await page.fetchNextPage()
    setTimeout(() => window.print(), 200)
  }
  const ward = isWard(me.user.role)
  if (!phone) {
    return (
      <>
        {ward ? (
          <>
            <LinkButton to="/tre-em/trung" variant="default">
              {t.duplicates}
            </LinkButton>
            <LinkButton to="/tre-em/yeu-cau" variant="default">
              {t.requests}
            </LinkButton>
          </>
        ) : null}
        <Button
          variant="default"
          loading={busy}
          leftSection={<IconDownload size={18} aria-hidden />}
          onClick={() => void download()}
        >
          {t.export}
        </Button>
        <IconButton label={t.print} tone="light" onClick={() => void print()}>
          <IconPrinter size={20} aria-hidden />
        </IconButton>
      </>
    )
  }
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <IconButton label={t.menu} tone="light" disabled={busy} style={{ order: 1 }}>
          <IconDots size={20} aria-hidden />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconDownload size={20} aria-hidden />} onClick={() => void download()}>
          {t.export}
        </Menu.Item>
        <Menu.Item leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => void print()}>
          {t.print}
        </Menu.Item>
        {ward ? (
          <>
            <Menu.Item
              leftSection={<IconCopyCheck size={20} aria-hidden />}
              onClick={() => void navigate('/tre-em/trung')}
            >
              {t.duplicates}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconMailQuestion size={20} aria-hidden />}
              onClick={() => void navigate('/tre-em/yeu-cau')}
            >
              {t.requests}
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
