import { useQuery } from '@tanstack/react-query'
import { IconCopy } from '@tabler/icons-react'
import type { SummerGroup, SummerSession } from '@/api/types'
import { useSession } from '@/app/session'
import { formatDate, weekday } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card, Facts } from '@/ui/Card'
import { Notice } from '@/ui/Notice'
import { toast } from '@/ui/toast'
import { opinionTexts } from '@/ui/opinionTexts'
import { sessionsQuery } from '../queries'

/** What families must know before they answer (Circular 27/2022, art. 4): the next session, ready to be sent. */
export function AnnouncementCard({ group }: { group: SummerGroup }) {
  const t = useTexts(opinionTexts)
  const { today } = useSession()
  const query = useQuery(sessionsQuery({ group_id: group.id, from: today, sort: 'on_date' }))
  if (!query.data) return null
  const next = query.data[0]
  if (!next) return <Notice tone="warn">{t.announceNone}</Notice>
  const facts = factsOf(next, t.told)
  const copy = () => {
    const text = [group.name, ...facts.map(([label, value]) => `${label}: ${value}`)].join('\n')
    const done = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))
    done.then(
      () => toast.ok(t.copied),
      () => toast.error(t.notCopied),
    )
  }
  return (
    <Card
      title={t.announce}
      aside={
        <Button size="sm" variant="light" leftSection={<IconCopy size={18} aria-hidden />} onClick={copy}>
          {t.copy}
        </Button>
      }
    >
      <div className="stack">
        {next.missing.length > 0 ? <Notice tone="warn">{t.announceMissing}</Notice> : null}
        <Facts items={facts} />
      </div>
    </Card>
  )
}

function factsOf(session: SummerSession, t: (typeof opinionTexts)['vi']['told']): [string, string][] {
  const time = [session.starts_at, session.ends_at].filter(Boolean).join(' – ')
  const when = [weekday(session.on_date), formatDate(session.on_date), time].filter(Boolean).join(' ')
  const all: [string, string | number | null | undefined][] = [
    [t.what, session.content],
    [t.when, when],
    [t.where, session.place],
    [t.programme, session.programme],
    [t.duration, session.duration],
    [t.audience, session.audience],
    [t.expected, session.expected],
    [t.form, session.form],
    [t.staff, session.staff],
    [t.contribution, session.contribution],
  ]
  return all.flatMap(([label, value]) => (value ? [[label, String(value)] as [string, string]] : []))
}
