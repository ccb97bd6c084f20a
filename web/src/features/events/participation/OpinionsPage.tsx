import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { EventRegistration } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { allAgree, say, saidOf, tally, toSend, type Draft } from '@/lib/opinions'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { IdleCover } from '@/ui/IdleCover'
import { Notice } from '@/ui/Notice'
import { OpinionLine, type AskedChild } from '@/ui/OpinionLine'
import { opinionTexts } from '@/ui/opinionTexts'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { Select } from '@/ui/Select'
import { PageSkeleton } from '@/ui/Skeletons'
import { toast } from '@/ui/toast'
import { useAct } from '@/ui/useAct'
import { useLeaveGuard } from '@/ui/useLeaveGuard'
import styles from './components/people.module.css'
import { partTexts } from './partTexts'
import { recordOpinions, registrationsQuery } from './queries'

/** Everybody who is registered or waits, on the phone: two taps a child, or one for a whole meeting of parents. */
export default function OpinionsPage() {
  const { id = '' } = useParams()
  const query = useQuery(registrationsQuery(id))
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(people) => (
        <Opinions
          key={id}
          event={id}
          open={people.may_register}
          members={people.items.filter((one) => one.status !== 'cancelled').map(asked)}
        />
      )}
    </QueryView>
  )
}

const asked = (one: EventRegistration): AskedChild => ({
  child_id: one.child_id,
  full_name: one.full_name,
  birth_year: one.birth_year,
  phone: one.phone,
  must_be_asked: one.must_be_asked,
  opinion: one.parents ? { parents: one.parents, child: one.child, note: one.opinion_note } : null,
})

function Opinions({ event, open, members }: { event: string; open: boolean; members: AskedChild[] }) {
  const t = useTexts(opinionTexts)
  const p = useTexts(partTexts).opinionsPage
  const queries = useQueryClient()
  const { act, busy } = useAct([])
  const [draft, setDraft] = useState<Draft>({})
  const [method, setMethod] = useState(t.methods[0]!)
  useLeaveGuard(Object.keys(draft).length > 0)
  const sum = tally(members, draft)
  const ready = toSend(members, draft, method)
  const half = Object.keys(draft).length - ready.length
  const save = async () => {
    const done = await act('save', (key) => recordOpinions(event, ready, key))
    if (!done) return
    toast.ok(t.saved(ready.length))
    await queries.refetchQueries({ queryKey: registrationsQuery(event).queryKey })
    const sent = new Set(ready.map((one) => one.child_id))
    setDraft((old) => Object.fromEntries(Object.entries(old).filter(([id]) => !sent.has(id))))
  }
  const back = { to: `/lich/${event}/tham-gia`, label: p.back }
  return (
    <Page title={p.title} back={back} narrow>
      <IdleCover />
      <p className="second">{t.intro}</p>
      {members.length === 0 ? (
        <Card>
          <EmptyState
            action={
              <LinkButton variant="light" to={back.to}>
                {p.register}
              </LinkButton>
            }
          >
            {p.empty}
          </EmptyState>
        </Card>
      ) : (
        <>
          <div className={styles.sticky}>
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
          </Card>
        </>
      )}
    </Page>
  )
}
