import { useState } from 'react'
import type { EventAttendanceLine } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { say, standing, type Draft, saidOf } from '@/lib/opinions'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Sheet } from '@/ui/Modal'
import { Notice } from '@/ui/Notice'
import { OpinionLine, type AskedChild } from '@/ui/OpinionLine'
import { useAct } from '@/ui/useAct'
import { mayComeIn, type Kind, type Line } from '../checkin'
import { checkinTexts } from '../checkinTexts'
import { recordOpinions } from '../queries'
import styles from './checkin.module.css'

interface LineSheetProps {
  line: Line
  open: boolean
  onMark: (child_id: string, kind: Kind) => void
  onIncident?: () => void
  /** For those with an account: writes the opinions down at the gate. */
  asking?: { event: string; onSaid: (child_id: string, more: Partial<EventAttendanceLine>) => void }
  onClose: () => void
}

/** What is rarer than in and out: opinions at the gate, a slip of the finger, the family's telephone, an incident. */
export function LineSheet({ line, open, onMark, onIncident, asking, onClose }: LineSheetProps) {
  const t = useTexts(checkinTexts)
  const s = t.sheet
  const go = (kind: Kind) => {
    onMark(line.child_id, kind)
    onClose()
  }
  const who = { parents: s.parents, child: s.child }
  return (
    <Sheet opened onClose={onClose} title={line.full_name}>
      <div className="stack">
        {line.medical_warning ? <Notice tone="warn">{line.medical_warning}</Notice> : null}
        {line.consent === 'declined' ? <Notice tone="danger">{s.declined}</Notice> : null}
        {line.consent === 'missing' ? (
          <Notice tone="warn">
            {s.ask} {line.ask.map((one) => who[one]).join(', ')}. {asking ? s.law : s.helper}
          </Notice>
        ) : null}
        {open && asking && line.consent === 'missing' ? (
          <Asking line={line} asking={asking} onIn={() => go('in')} />
        ) : null}
        {open ? (
          <fieldset className={styles.states} aria-label={s.legend}>
            {(['in', 'out'] as const).map((kind) => (
              <Button
                key={kind}
                size="lg"
                variant={line.state === kind ? 'filled' : 'default'}
                disabled={kind === 'in' && !mayComeIn(line)}
                onClick={() => go(kind)}
              >
                {t.state[kind]}
              </Button>
            ))}
            <Button size="lg" variant="default" disabled={!line.state} onClick={() => go('none')}>
              {s.none}
            </Button>
          </fieldset>
        ) : null}
        {line.phone ? (
          <Button component="a" href={`tel:${line.phone}`} variant="light" size="lg">
            {s.call(line.phone)}
          </Button>
        ) : null}
        {onIncident ? (
          <Button variant="default" color="red" size="lg" onClick={onIncident}>
            {s.incident}
          </Button>
        ) : null}
      </div>
    </Sheet>
  )
}

interface AskingProps {
  line: Line
  asking: NonNullable<LineSheetProps['asking']>
  onIn: () => void
}

function Asking({ line, asking, onIn }: AskingProps) {
  const t = useTexts(checkinTexts).sheet
  const [draft, setDraft] = useState<Draft>({})
  const { act, busy } = useAct([])
  const member: AskedChild = { ...line, must_be_asked: line.ask.includes('child') }
  const said = saidOf(member, draft)
  const now = standing(member, said)
  const save = async () => {
    if (!said.parents) return
    const opinion = {
      child_id: line.child_id,
      parents: said.parents,
      child: said.child,
      method: t.method,
      note: nfc(said.note),
    }
    const done = await act('say', (key) => recordOpinions(asking.event, [opinion], key), t.saved(line.full_name))
    if (!done) return
    asking.onSaid(line.child_id, { consent: now === 'agree' ? 'agreed' : 'declined', ask: [] })
    if (now === 'agree') onIn()
  }
  return (
    <>
      <ul className={styles.plain}>
        <OpinionLine member={member} said={said} onSay={(more) => setDraft((old) => say(old, member, more))} />
      </ul>
      <div>
        <Button loading={busy === 'say'} disabled={now === 'half' || now === 'unasked'} onClick={() => void save()}>
          {now === 'decline' ? t.save : t.saveIn}
        </Button>
      </div>
    </>
  )
}
