import { useQuery } from '@tanstack/react-query'
import { IconArrowBackUp, IconDots, IconFileText, IconPencil, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { DataBreach } from '@/api/types'
import { useCan } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { saveBlob } from '@/ui/Attachments'
import { Button } from '@/ui/Button'
import { ask } from '@/ui/ConfirmDialog'
import { IdleCover } from '@/ui/IdleCover'
import { Menu } from '@/ui/Menu'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { useAct } from '@/ui/useAct'
import { AssessmentCard, ClosedCard, FactsCard, MeasuresCard, NotifiedCard, PeopleCard } from './components/Cards'
import { ClockCard } from './components/ClockCard'
import { AssessSheet, MeasureSheet, NotifySheet, TellSheet } from './components/Sheets'
import { BreachTag } from './components/tags'
import { nextStep } from './form'
import { BREACH_TOUCHES, breachQuery, closeBreach, papers, reopenBreach } from './queries'
import { breachTexts } from './texts'

export default function BreachPage() {
  const { id = '' } = useParams()
  const query = useQuery(breachQuery(id))
  const desk = useCan()('breaches', 'update')
  return (
    <>
      <QueryView query={query} skeleton={<PageSkeleton />}>
        {(row) => (desk ? <Desk key={row.id} row={row} /> : <Mine key={row.id} row={row} />)}
      </QueryView>
      <IdleCover />
    </>
  )
}

/** Who reported it sees that it arrived, and their own words. */
function Mine({ row }: { row: DataBreach }) {
  const texts = useTexts(breachTexts)
  const t = texts.mine
  const closed = row.status === 'closed'
  return (
    <Page title={row.code} subtitle={texts.kinds[row.kind]} back={{ to: '/vi-pham-du-lieu', label: t.title }} narrow>
      <Notice tone={closed ? 'ok' : 'info'} title={closed ? t.done : t.received}>
        {closed ? null : t.receivedBody}
      </Notice>
      <FactsCard row={row} desk={false} />
    </Page>
  )
}

type Opened = 'assess' | 'notify' | 'measure' | 'tell' | null

function Desk({ row }: { row: DataBreach }) {
  const texts = useTexts(breachTexts)
  const t = texts.act
  const { act, busy } = useAct(BREACH_TOUCHES)
  const [opened, setOpened] = useState<Opened>(null)
  const close = () => setOpened(null)
  const may = (action: DataBreach['allowed_actions'][number]) => row.allowed_actions.includes(action)
  const step = nextStep(row)
  const download = async (which: 'notice' | 'record') => {
    const name = `${row.code}-${which === 'notice' ? t.noticeName : t.recordName}.docx`
    await act(which, async () => saveBlob(await papers[which](row.id), name))
  }
  const end = async () => {
    const reason = { label: t.summary, missing: t.summaryMissing }
    const answer = await ask({ title: t.closeTitle, confirm: t.close, reason })
    if (answer.yes) await act('close', (key) => closeBreach(row, key, answer.reason), t.closed)
  }
  const aside = (shown: boolean, what: Opened, words: string) =>
    shown ? (
      <Button size="sm" variant="default" className="no-print" onClick={() => setOpened(what)}>
        {words}
      </Button>
    ) : null
  const primary =
    step === 'assess' ? (
      <Button onClick={() => setOpened('assess')}>{t.assess}</Button>
    ) : step === 'notify' ? (
      <>
        <Button onClick={() => setOpened('notify')}>{t.notify}</Button>
        <Button
          variant="default"
          leftSection={<IconFileText size={18} aria-hidden />}
          loading={busy === 'notice'}
          onClick={() => void download('notice')}
        >
          {t.notice}
        </Button>
      </>
    ) : step === 'close' ? (
      <Button loading={busy === 'close'} onClick={() => void end()}>
        {t.close}
      </Button>
    ) : null
  return (
    <Page
      title={texts.kinds[row.kind]}
      back={{ to: '/vi-pham-du-lieu', label: texts.back }}
      subtitle={
        <span className="row">
          <span>{row.code}</span>
          <BreachTag status={row.status} />
        </span>
      }
      actions={<MoreMenu row={row} onDownload={(which) => void download(which)} />}
    >
      {row.clock ? <ClockCard clock={row.clock} step={texts.one.step[step]} action={primary} /> : null}
      {row.reopen_reason && row.status !== 'closed' ? (
        <Notice tone="warn" title={texts.one.reopened}>
          <p className="pre">{row.reopen_reason}</p>
        </Notice>
      ) : null}
      <div className="split">
        <div className="stack">
          <FactsCard row={row} desk />
          <MeasuresCard row={row} action={aside(may('add_measure'), 'measure', t.measure)} />
        </div>
        <div className="stack">
          <AssessmentCard row={row} action={aside(may('assess'), 'assess', t.assessAgain)} />
          <NotifiedCard row={row} action={aside(may('notify'), 'notify', t.notifyAgain)} />
          <PeopleCard row={row} action={aside(may('tell_people'), 'tell', t.tell)} />
          <ClosedCard row={row} />
        </div>
      </div>
      {opened === 'assess' ? <AssessSheet row={row} onClose={close} /> : null}
      {opened === 'notify' ? <NotifySheet row={row} onClose={close} /> : null}
      {opened === 'measure' ? <MeasureSheet row={row} onClose={close} /> : null}
      {opened === 'tell' ? <TellSheet row={row} onClose={close} /> : null}
    </Page>
  )
}

interface MoreMenuProps {
  row: DataBreach
  onDownload: (which: 'notice' | 'record') => void
}

function MoreMenu({ row, onDownload }: MoreMenuProps) {
  const texts = useTexts(breachTexts)
  const t = texts.act
  const navigate = useNavigate()
  const { act } = useAct(BREACH_TOUCHES)
  const may = (action: DataBreach['allowed_actions'][number]) => row.allowed_actions.includes(action)
  const reopen = async () => {
    const reason = { label: t.reopenWhy, missing: t.reopenMissing }
    const answer = await ask({ title: t.reopenTitle, confirm: t.reopen, reason })
    if (answer.yes) await act('reopen', (key) => reopenBreach(row, key, answer.reason), t.reopened)
  }
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDots size={18} aria-hidden />}>
          {texts.one.more}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {may('edit') ? (
          <Menu.Item
            leftSection={<IconPencil size={20} aria-hidden />}
            onClick={() => void navigate(`/vi-pham-du-lieu/${row.id}/sua`)}
          >
            {t.edit}
          </Menu.Item>
        ) : null}
        <Menu.Item leftSection={<IconFileText size={20} aria-hidden />} onClick={() => onDownload('notice')}>
          {t.notice}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileText size={20} aria-hidden />} onClick={() => onDownload('record')}>
          {t.record}
        </Menu.Item>
        <Menu.Item leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()}>
          {t.print}
        </Menu.Item>
        {may('reopen') ? (
          <Menu.Item leftSection={<IconArrowBackUp size={20} aria-hidden />} onClick={() => void reopen()}>
            {t.reopen}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
