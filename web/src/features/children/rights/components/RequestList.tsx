import { useState } from 'react'
import { Link } from 'react-router'
import type { DataRequest } from '@/api/types'
import { useSession } from '@/app/session'
import styles from '@/features/children/components/child.module.css'
import { formatDate, formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { StatusTag } from '@/ui/StatusTag'
import { clockOf, isOpen, presses } from '../clock'
import { rightsTexts } from '../texts'
import { AnswerDialog } from './AnswerDialog'

const looks: Record<DataRequest['status'], Pick<Parameters<typeof StatusTag>[0], 'tone' | 'icon'>> = {
  received: { tone: 'orange', icon: 'clock' },
  answered: { tone: 'blue', icon: 'clock' },
  executed: { tone: 'green', icon: 'check' },
  refused: { tone: 'plain', icon: 'ban' },
}

/** Requests with their clocks; `named` says whose child each one is about. */
export function RequestList({ requests, named = false }: { requests: DataRequest[]; named?: boolean }) {
  const [answering, setAnswering] = useState<DataRequest | null>(null)
  return (
    <>
      <ul className={styles.entries}>
        {requests.map((one) => (
          <Request key={one.id} one={one} named={named} onAnswer={setAnswering} />
        ))}
      </ul>
      {answering ? <AnswerDialog request={answering} onClose={() => setAnswering(null)} /> : null}
    </>
  )
}

interface RequestProps {
  one: DataRequest
  named: boolean
  onAnswer: (one: DataRequest) => void
}

function Request({ one, named, onAnswer }: RequestProps) {
  const t = useTexts(rightsTexts).request
  const { can } = useSession()
  const clock = clockOf(one, t.clock)
  const asked = [t.by(one.requester_name, one.requester_relation), t.received(formatDate(one.received_on))]
  if (!isOpen(one) && one.executed_at) asked.push(t.finished(formatInstant(one.executed_at)))
  return (
    <li className={styles.entry}>
      <div className="grow">
        <p className={styles.entryTitle}>{t.kind[one.kind]}</p>
        {named ? (
          <p>
            <Link to={`/tre-em/${one.child_id}?xem=yeu-cau`}>{one.child_name}</Link> · {one.child_code}
          </p>
        ) : null}
        <p className="second">{asked.join(' · ')}</p>
        {one.details ? <p className="pre">{one.details}</p> : null}
        {one.answer ? (
          <p className="pre">{one.status === 'refused' ? t.refusedBecause(one.answer) : t.said(one.answer)}</p>
        ) : null}
        {isOpen(one) ? (
          <p className="second">{t.dues(formatDate(one.answer_due_on), formatDate(one.execute_due_on))}</p>
        ) : null}
      </div>
      <span className={styles.acts}>
        {clock ? (
          <StatusTag tone={presses(one) ? 'red' : looks[one.status].tone} icon={one.late ? 'alert' : 'clock'} wrap>
            {clock}
          </StatusTag>
        ) : (
          <StatusTag {...looks[one.status]}>{t.status[one.status]}</StatusTag>
        )}
        {isOpen(one) && can('children', 'update') ? (
          <Button variant="default" size="sm" className="no-print" onClick={() => onAnswer(one)}>
            {one.status === 'received' ? t.answer : t.go}
          </Button>
        ) : null}
      </span>
    </li>
  )
}
