import { useQuery } from '@tanstack/react-query'
import { IconBan, IconChecks, IconCopy, IconDots, IconFileText, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { Communication } from '@/api/types'
import { formatRange } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { saveBlob } from '@/ui/Attachments'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { useProblemText } from '@/ui/ErrorState'
import { Menu } from '@/ui/Menu'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { toast } from '@/ui/toast'
import { ItemFacts, useDays } from './components/ItemFacts'
import { Places } from './components/Places'
import { ReportsCard } from './components/ReportsCard'
import { ReportSheet } from './components/ReportSheet'
import { SharesCard } from './components/SharesCard'
import styles from './components/communications.module.css'
import { CommunicationTag, ReportedTag } from './components/tags'
import { communicationQuery, files } from './queries'
import { communicationTexts } from './texts'
import { useMoves } from './useMoves'
import { useReach } from './useReach'

export default function CommunicationPage() {
  const { id = '' } = useParams()
  const query = useQuery(communicationQuery(id))
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(item) => <View key={item.id} item={item} />}
    </QueryView>
  )
}

function View({ item }: { item: Communication }) {
  const t = useTexts(communicationTexts)
  const { wide, unit } = useReach()
  const moves = useMoves(item)
  const [reporting, setReporting] = useState(false)
  const may = (action: Communication['allowed_actions'][number]) => item.allowed_actions.includes(action)
  const counts = item.status === 'approved' || item.status === 'done'
  return (
    <Page
      title={item.title}
      back={{ to: '/truyen-thong', label: t.back }}
      subtitle={
        <span className="row">
          <span>{t.channel[item.channel]}</span>
          <CommunicationTag status={item.status} />
          <ReportedTag item={item} unit={wide ? null : unit} />
        </span>
      }
      actions={
        <>
          {may('approve') ? (
            <Button loading={moves.busy === 'approve'} onClick={() => void moves.approve()}>
              {t.act.approve}
            </Button>
          ) : null}
          {may('report') ? (
            <Button variant={wide ? 'default' : 'filled'} onClick={() => setReporting(true)}>
              {t.act.report}
            </Button>
          ) : null}
          {may('return') ? (
            <Button variant="default" loading={moves.busy === 'return'} onClick={() => void moves.giveBack()}>
              {t.act.giveBack}
            </Button>
          ) : null}
          {may('edit') ? (
            <LinkButton to={`/truyen-thong/${item.id}/sua`} variant="default">
              {t.act.edit}
            </LinkButton>
          ) : null}
          <MoreMenu item={item} moves={moves} />
        </>
      }
    >
      {item.status_reason ? (
        <Notice tone="warn" title={item.status === 'cancelled' ? t.one.cancelled : t.one.returned}>
          <p className="pre">{item.status_reason}</p>
        </Notice>
      ) : null}
      <div className="split">
        <div className="stack">
          <Card title={t.one.text}>
            {item.channel === 'loudspeaker' ? <When item={item} /> : null}
            {item.body ? <p className={styles.script}>{item.body}</p> : <p className="muted">{t.one.noText}</p>}
          </Card>
          {item.places.length > 0 ? <Places item={item} /> : null}
          {counts ? <SharesCard item={item} /> : null}
          {counts || item.units.some((share) => share.reports > 0) ? <ReportsCard item={item} /> : null}
        </div>
        <ItemFacts item={item} />
      </div>
      {reporting ? <ReportSheet item={item} onClose={() => setReporting(false)} /> : null}
    </Page>
  )
}

/** The facts stand far below on a phone; when to broadcast is what a neighborhood looks for. */
function When({ item }: { item: Communication }) {
  const t = useTexts(communicationTexts)
  const days = useDays(item)
  const times = item.schedule.times ?? []
  if (times.length === 0) return null
  return (
    <p className={styles.when}>
      {t.one.when(times.join(', '), days.toLowerCase(), formatRange(item.starts_on, item.ends_on))}
    </p>
  )
}

function MoreMenu({ item, moves }: { item: Communication; moves: ReturnType<typeof useMoves> }) {
  const t = useTexts(communicationTexts)
  const navigate = useNavigate()
  const problemText = useProblemText()
  const download = async () => {
    try {
      saveBlob(await files.script(item.id), `${t.act.fileName.script}.docx`)
    } catch (error) {
      toast.error(problemText(error))
    }
  }
  const copy = async () => {
    await navigator.clipboard.writeText(item.body)
    toast.ok(t.one.copied)
  }
  const may = (action: Communication['allowed_actions'][number]) => item.allowed_actions.includes(action)
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDots size={18} aria-hidden />}>
          {t.one.more}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPrinter size={20} aria-hidden />}
          onClick={() => void navigate(`/truyen-thong/${item.id}/in`)}
        >
          {t.act.print}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileText size={20} aria-hidden />} onClick={() => void download()}>
          {t.act.word}
        </Menu.Item>
        {item.body && navigator.clipboard ? (
          <Menu.Item leftSection={<IconCopy size={20} aria-hidden />} onClick={() => void copy()}>
            {t.one.copyText}
          </Menu.Item>
        ) : null}
        {may('finish') ? (
          <Menu.Item leftSection={<IconChecks size={20} aria-hidden />} onClick={() => void moves.finish()}>
            {t.act.finish}
          </Menu.Item>
        ) : null}
        {may('cancel') ? (
          <Menu.Item color="red" leftSection={<IconBan size={20} aria-hidden />} onClick={() => void moves.cancel()}>
            {t.act.cancel}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
