import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { SummerGroupDetail } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { Select } from '@/ui/Select'
import { PageSkeleton } from '@/ui/Skeletons'
import { toast } from '@/ui/toast'
import { useAct } from '@/ui/useAct'
import { useLeaveGuard } from '@/ui/useLeaveGuard'
import { AnnouncementCard } from './components/AnnouncementCard'
import { OpinionLine } from '@/ui/OpinionLine'
import styles from './components/summer.module.css'
import { allAgree, say, saidOf, tally, toSend, type Draft } from '@/lib/opinions'
import { opinionTexts } from '@/ui/opinionTexts'
import { groupQuery, recordOpinions, SUMMER_TOUCHES } from './queries'

/** A whole group on the phone: two taps a child, or one for everybody who was at the meeting. */
export default function OpinionsPage() {
  const { id = '' } = useParams()
  // What somebody is writing must not be replaced under their fingers.
  const query = useQuery({ ...groupQuery(id), refetchOnWindowFocus: false, refetchOnReconnect: false })
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(group) => <Opinions key={group.id} group={group} />}
    </QueryView>
  )
}

function Opinions({ group }: { group: SummerGroupDetail }) {
  const t = useTexts(opinionTexts)
  const queries = useQueryClient()
  const { act, busy } = useAct(SUMMER_TOUCHES)
  const [draft, setDraft] = useState<Draft>({})
  const [method, setMethod] = useState(t.methods[0]!)
  useLeaveGuard(Object.keys(draft).length > 0)
  const open = group.may_change && !group.cancelled_at
  const { members } = group
  const sum = tally(members, draft)
  const ready = toSend(members, draft, method)
  const half = Object.keys(draft).length - ready.length
  const save = async () => {
    const done = await act('save', (key) => recordOpinions(group.id, ready, key))
    if (!done) return
    toast.ok(t.saved(ready.length))
    await queries.refetchQueries({ queryKey: groupQuery(group.id).queryKey })
    const sent = new Set(ready.map((one) => one.child_id))
    setDraft((old) => Object.fromEntries(Object.entries(old).filter(([id]) => !sent.has(id))))
  }
  return (
    <Page
      title={t.title}
      subtitle={group.name}
      back={{ to: `/sinh-hoat-he/nhom/${group.id}`, label: group.name }}
      narrow
    >
      <p className="second">{t.intro}</p>
      <AnnouncementCard group={group} />
      <div className={styles.tally}>
        <p role="status">
          <strong>{t.counts(sum.agree, sum.decline, sum.unasked + sum.half)}</strong>
        </p>
        {open ? (
          <Button loading={busy === 'save'} disabled={ready.length === 0} onClick={() => void save()}>
            {t.save(ready.length)}
          </Button>
        ) : null}
      </div>
      {half > 0 ? <Notice tone="warn">{t.halfLeft(half)}</Notice> : null}
      <Card flush>
        {members.length === 0 ? (
          <EmptyState>{t.empty}</EmptyState>
        ) : (
          <>
            {open ? (
              <div className={styles.asking}>
                <Select
                  label={t.method}
                  allowDeselect={false}
                  value={method}
                  onChange={(value) => value && setMethod(value)}
                  data={t.methods}
                />
                {sum.unasked > 0 ? (
                  <Button variant="light" onClick={() => setDraft((old) => allAgree(members, old))}>
                    {t.all(sum.unasked)}
                  </Button>
                ) : null}
              </div>
            ) : null}
            <ol className={styles.list} aria-label={t.list}>
              {members.map((member) => (
                <OpinionLine
                  key={member.child_id}
                  member={member}
                  said={saidOf(member, draft)}
                  onSay={open ? (more) => setDraft((old) => say(old, member, more)) : undefined}
                />
              ))}
            </ol>
          </>
        )}
      </Card>
    </Page>
  )
}
