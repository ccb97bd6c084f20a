import type { QueryKey } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { NewSummerOpinion } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { allAgree, say, saidOf, tally, toSend, type Draft } from '@/lib/opinions'
import { Button } from './Button'
import { Card } from './Card'
import { Notice } from './Notice'
import { OpinionLine, type AskedChild } from './OpinionLine'
import styles from './OpinionSheet.module.css'
import { opinionTexts } from './opinionTexts'
import { Select } from './Select'
import { toast } from './toast'
import { useAct } from './useAct'
import { useLeaveGuard } from './useLeaveGuard'

interface OpinionSheetProps {
  members: AskedChild[]
  open: boolean
  /** Shown where nobody is to be asked. */
  empty: ReactNode
  touches: QueryKey[]
  send: (said: NewSummerOpinion[], key: string) => Promise<unknown>
  /** What was sent stands in the rows before it leaves the draft. */
  reload: () => Promise<unknown>
}

/** Two taps a child, or one for a whole meeting of parents; nothing is sent before "Lưu". */
export function OpinionSheet({ members, open, empty, touches, send, reload }: OpinionSheetProps) {
  const t = useTexts(opinionTexts)
  const { act, busy } = useAct(touches)
  const [draft, setDraft] = useState<Draft>({})
  const [method, setMethod] = useState(t.methods[0]!)
  useLeaveGuard(Object.keys(draft).length > 0)
  if (members.length === 0) return <Card>{empty}</Card>
  const sum = tally(members, draft)
  const ready = toSend(members, draft, method)
  const half = Object.keys(draft).length - ready.length
  const save = async () => {
    const done = await act('save', (key) => send(ready, key))
    if (!done) return
    toast.ok(t.saved(ready.length))
    await reload()
    const sent = new Set(ready.map((one) => one.child_id))
    setDraft((old) => Object.fromEntries(Object.entries(old).filter(([id]) => !sent.has(id))))
  }
  return (
    <>
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
  )
}
