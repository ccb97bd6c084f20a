import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconQrcode, IconUsers } from '@tabler/icons-react'
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { Link } from 'react-router'
import { api, take } from '@/api/client'
import type { GrantedEvent } from '@/api/types'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { linkToken } from '@/lib/linkToken'
import { isOffline, isProblem } from '@/lib/problem'
import { withMarksTaken } from '@/offline/checkin'
import { Button } from '@/ui/Button'
import { useProblemText } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { PageSkeleton } from '@/ui/Skeletons'
import { useLeaveGuard } from '@/ui/useLeaveGuard'
import { counted, mayComeIn, nextKind, overlaid, type Kind, type Line } from './checkin'
import { checkinTexts } from './checkinTexts'
import styles from './components/checkin.module.css'
import { CheckinList } from './components/CheckinList'
import { HeadcountSheet } from './components/HeadcountSheet'
import { LineSheet } from './components/LineSheet'
import { ScanSheet } from './components/ScanSheet'
import { useUnsent } from './useUnsent'

const grantKey = (token: string) => ['grant', token] as const

/** The check-in of a helper without an account. Nothing of it stays on the device: the page says what is not sent yet. */
export default function GrantPage() {
  const t = useTexts(checkinTexts).grant
  const problemText = useProblemText()
  const token = useSyncExternalStore(linkToken.subscribe, linkToken.get)
  const query = useQuery({
    queryKey: grantKey(token),
    queryFn: () => take(api.POST('/api/v1/public/event-grants/open', { body: { token } })),
    enabled: token !== '',
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const { data, error } = query
  if (data) return <Granted token={token} granted={data} />
  return (
    <Frame>
      {!token ? (
        <Page title={t.none}>
          <Notice>{t.noneBody}</Notice>
        </Page>
      ) : error ? (
        <Page title={isProblem(error, 404) ? t.ended : isProblem(error, 409) ? t.notYet : t.title}>
          <Notice
            tone="warn"
            actions={
              isProblem(error, 404) ? null : (
                <Button size="sm" variant="default" onClick={() => void query.refetch()}>
                  {t.retry}
                </Button>
              )
            }
          >
            {isOffline(error) ? t.offline : problemText(error)}
          </Notice>
        </Page>
      ) : (
        <PageSkeleton />
      )}
    </Frame>
  )
}

function Frame({ ward, children }: { ward?: string; children: ReactNode }) {
  return (
    <div className={styles.frame}>
      <header className={styles.bar}>{ward ?? 'Búp Trên Cành'}</header>
      <main className={styles.inner}>{children}</main>
    </div>
  )
}

type Opened = { is: 'line'; child: string } | { is: 'scan' | 'heads' } | null

function Granted({ token, granted }: { token: string; granted: GrantedEvent }) {
  const texts = useTexts(checkinTexts)
  const t = texts.grant
  const queries = useQueryClient()
  const [opened, setOpened] = useState<Opened>(null)
  const { attendance: list } = granted
  const unsent = useUnsent(
    (marks) => take(api.POST('/api/v1/public/event-grants/attendance', { body: { token, marks } })),
    (taken) =>
      queries.setQueryData<GrantedEvent>(
        grantKey(token),
        (old) => old && { ...old, attendance: withMarksTaken(old.attendance, taken) },
      ),
  )
  useLeaveGuard(unsent.marks.size > 0)
  useEffect(() => () => linkToken.forget(), [])
  const lines = overlaid(list, unsent.marks)
  const chosen = opened?.is === 'line' ? lines.find((line) => line.child_id === opened.child) : undefined
  const mark = (child_id: string, kind: Kind) => unsent.add(child_id, kind)
  const scanned = (line: Line): string | null => {
    if (line.state !== 'in' && !mayComeIn(line)) {
      setOpened({ is: 'line', child: line.child_id })
      return null
    }
    const kind = nextKind(line)
    mark(line.child_id, kind)
    return texts.state[kind]
  }
  return (
    <Frame ward={granted.ward_name}>
      <Page
        title={t.title}
        subtitle={
          <>
            {list.title} · {list.place} · {[granted.helper_name, granted.duty].filter(Boolean).join(', ')} ·{' '}
            <span className="nowrap">{t.until(formatInstant(granted.until))}</span>
          </>
        }
      >
        <Notice>{t.lookAfter}</Notice>
        {unsent.failed ? (
          <Notice tone="danger" live>
            {unsent.failed}
          </Notice>
        ) : unsent.marks.size > 0 && unsent.isOffline ? (
          <Notice tone="warn" live>
            {t.unsent(unsent.marks.size)}
          </Notice>
        ) : null}
        {list.over_by > 0 ? (
          <Notice tone="danger" live>
            {texts.over(list.over_by, list.expected_children)}
          </Notice>
        ) : null}
        <div className={styles.tools}>
          <Button
            variant="default"
            leftSection={<IconQrcode size={20} aria-hidden />}
            onClick={() => setOpened({ is: 'scan' })}
          >
            {texts.scan}
          </Button>
          <Button
            variant="default"
            leftSection={<IconUsers size={20} aria-hidden />}
            onClick={() => setOpened({ is: 'heads' })}
          >
            {texts.heads}
          </Button>
        </div>
        <CheckinList
          lines={lines}
          open={list.may_mark}
          hint={t.hint}
          onMark={mark}
          onMore={(child) => setOpened({ is: 'line', child })}
        />
        <p>
          <strong>{texts.incident.call}</strong> <Link to="/bao-tin">{texts.incident.publicForm}</Link>
        </p>
        {chosen ? <LineSheet line={chosen} open={list.may_mark} onMark={mark} onClose={() => setOpened(null)} /> : null}
        {opened?.is === 'scan' ? <ScanSheet lines={lines} onChild={scanned} onClose={() => setOpened(null)} /> : null}
        {opened?.is === 'heads' ? (
          <HeadcountSheet
            here={counted(lines).here}
            before={[]}
            send={(n, note) =>
              take(api.POST('/api/v1/public/event-grants/headcounts', { body: { token, count: { counted: n, note } } }))
            }
            onClose={() => setOpened(null)}
          />
        ) : null}
      </Page>
    </Frame>
  )
}
