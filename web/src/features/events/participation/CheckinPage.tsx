import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconAlertTriangle, IconQrcode, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { useCan } from '@/app/session'
import { formatInstant, formatTime } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { isOffline } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { PageSkeleton } from '@/ui/Skeletons'
import { counted, mayComeIn, nextKind, type Line } from './checkin'
import { checkinTexts } from './checkinTexts'
import styles from './components/checkin.module.css'
import { CheckinList } from './components/CheckinList'
import { Counter } from './components/Counter'
import { HeadcountSheet } from './components/HeadcountSheet'
import { IncidentSheet } from './components/IncidentSheet'
import { LineSheet } from './components/LineSheet'
import { ScanSheet } from './components/ScanSheet'
import { WalkInSheet } from './components/WalkInSheet'
import { countHeads, headcountsQuery } from './queries'
import { useCheckin } from './useCheckin'

/** At the gate, with or without a network. There is nothing to save: every tap is kept. */
export default function CheckinPage() {
  const { id = '' } = useParams()
  return <Checkin key={id} event={id} />
}

type Opened = { is: 'line' | 'incident'; child: string | null } | { is: 'scan' | 'heads' | 'walkIn' } | null

function Checkin({ event }: { event: string }) {
  const t = useTexts(checkinTexts)
  const can = useCan()
  const queries = useQueryClient()
  const { query, list, lines, kept, forgetKept, refused, mark, change, add } = useCheckin(event)
  const heads = useQuery({ ...headcountsQuery(event), enabled: list !== undefined })
  const [opened, setOpened] = useState<Opened>(null)
  const close = () => setOpened(null)
  const back = { to: `/lich/${event}/tham-gia`, label: t.people }
  if (!list) {
    if (!query.isError) return <PageSkeleton />
    return (
      <Page title={t.title} back={back} narrow>
        <Card>
          {isOffline(query.error) ? (
            <EmptyState>{t.offlineMissing}</EmptyState>
          ) : (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          )}
        </Card>
      </Page>
    )
  }
  const open = list.may_mark
  const counts = counted(lines)
  const chosen = opened && 'child' in opened ? (lines.find((line) => line.child_id === opened.child) ?? null) : null
  const nameOf = (id: string) => lines.find((line) => line.child_id === id)?.full_name ?? ''
  const mayReport = can('concerns', 'create') || can('injuries', 'create')
  const scanned = (line: Line): string | null => {
    if (line.state !== 'in' && !mayComeIn(line)) {
      setOpened({ is: 'line', child: line.child_id })
      return null
    }
    const kind = nextKind(line)
    mark(line.child_id, kind)
    return t.state[kind]
  }
  const count = async (n: number, note: string, key: string) => {
    const told = await countHeads(event, n, note, key)
    void queries.invalidateQueries({ queryKey: headcountsQuery(event).queryKey })
    return told
  }
  return (
    <Page
      title={t.title}
      subtitle={
        <>
          {list.title} · {list.place} · <span className="nowrap num">{formatInstant(list.starts_at)}</span>
        </>
      }
      back={back}
      narrow
    >
      {query.data?.keptAt ? (
        <Notice tone="warn">{t.keptAt(formatTime(new Date(query.data.keptAt).toISOString()))}</Notice>
      ) : null}
      {list.over_by > 0 ? (
        <Notice tone="danger" live>
          {t.over(list.over_by, list.expected_children)}
        </Notice>
      ) : null}
      {!['approved', 'held', 'reported'].includes(list.status) ? (
        <Notice tone="warn">{t.notApproved}</Notice>
      ) : !list.sees_names ? (
        <Notice>{t.numbersOnly}</Notice>
      ) : !open ? (
        <Notice>{t.readOnly}</Notice>
      ) : null}
      {refused ? (
        <Notice tone="danger" live actions={<Link to="/cho-gui">{t.see}</Link>}>
          {t.refused}
        </Notice>
      ) : null}
      {kept.length > 0 ? (
        <Notice
          tone="warn"
          live
          title={t.kept(kept.length)}
          actions={
            <Button size="sm" variant="default" onClick={forgetKept}>
              {t.seen}
            </Button>
          }
        >
          <ul className={styles.plain}>
            {kept.map((one) => (
              <li key={one.child_id}>{t.keptLine(nameOf(one.child_id), one.state ? t.state[one.state] : t.notCome)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <div className={`${styles.tools} no-print`}>
        {open ? (
          <>
            <Tool icon={<IconQrcode size={20} aria-hidden />} onClick={() => setOpened({ is: 'scan' })}>
              {t.scan}
            </Tool>
            <Tool icon={<IconUserPlus size={20} aria-hidden />} onClick={() => setOpened({ is: 'walkIn' })}>
              {t.addWalkIn}
            </Tool>
            <Tool icon={<IconUsers size={20} aria-hidden />} onClick={() => setOpened({ is: 'heads' })}>
              {t.heads}
            </Tool>
          </>
        ) : null}
        {mayReport ? (
          <Tool
            icon={<IconAlertTriangle size={20} aria-hidden />}
            onClick={() => setOpened({ is: 'incident', child: null })}
          >
            {t.sheet.incident}
          </Tool>
        ) : null}
      </div>
      {list.sees_names ? (
        <CheckinList
          lines={lines}
          open={open}
          hint={t.saved}
          onMark={mark}
          onMore={(child) => setOpened({ is: 'line', child })}
        />
      ) : (
        <Counter counts={{ ...list.counts, all: list.counts.registered, waiting: 0 }} />
      )}
      {opened?.is === 'line' && chosen ? (
        <LineSheet
          line={chosen}
          open={open}
          onMark={mark}
          onIncident={mayReport ? () => setOpened({ is: 'incident', child: chosen.child_id }) : undefined}
          asking={{ event, onSaid: change }}
          onClose={close}
        />
      ) : null}
      {opened?.is === 'incident' ? <IncidentSheet event={list} line={chosen} onClose={close} /> : null}
      {opened?.is === 'scan' ? <ScanSheet lines={lines} onChild={scanned} onClose={close} /> : null}
      {opened?.is === 'walkIn' ? (
        <WalkInSheet
          lines={lines}
          onAdd={(line) => {
            add(line)
            setTimeout(() => setOpened({ is: 'line', child: line.child_id }))
          }}
          onClose={close}
        />
      ) : null}
      {opened?.is === 'heads' ? (
        <HeadcountSheet here={counts.here} before={heads.data ?? []} send={count} onClose={close} />
      ) : null}
    </Page>
  )
}

function Tool({ icon, onClick, children }: { icon: ReactNode; onClick: () => void; children: string }) {
  return (
    <Button variant="default" leftSection={icon} onClick={onClick}>
      {children}
    </Button>
  )
}
