import { IconPrinter } from '@tabler/icons-react'
import type { Case, CaseFolder, CaseReferral } from '@/api/types'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { StatusTag } from '@/ui/StatusTag'
import { actTexts } from '../dialogs/texts'
import type { Do } from '../doing'
import { fileTexts } from './texts'
import { loadReferralPaper } from '../queries'
import { useCaseActs } from '../useCaseActs'
import styles from './file.module.css'
import { usePaper } from './usePaper'

const look = {
  sent: { tone: 'orange', icon: 'clock' },
  accepted: { tone: 'blue', icon: 'care' },
  refused: { tone: 'red', icon: 'ban' },
  done: { tone: 'green', icon: 'check' },
  revoked: { tone: 'plain', icon: 'back' },
} as const

export function ReferralsTab({ folder, onDo }: { folder: CaseFolder; onDo: Do }) {
  const t = useTexts(fileTexts).referral
  const acts = useTexts(actTexts)
  const may = folder.case.allowed_actions.includes('refer')
  const add = may ? (
    <Button variant="default" onClick={() => onDo('refer')}>
      {acts.refer.go}
    </Button>
  ) : undefined
  if (folder.referrals.length === 0) {
    return (
      <Card>
        <EmptyState action={add}>{t.empty}</EmptyState>
      </Card>
    )
  }
  return (
    <div className="stack">
      {add ? <div className="no-print">{add}</div> : null}
      <Card flush>
        <ul className={styles.entries}>
          {folder.referrals.map((one) => (
            <li key={one.id} className={styles.entry}>
              <One one={one} />
              <Acts of={folder.case} one={one} may={may} onDo={onDo} />
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}

function One({ one }: { one: CaseReferral }) {
  const t = useTexts(fileTexts).referral
  return (
    <div className="grow stack-2">
      <p className={styles.title}>
        {t.service[one.service]} · {one.to_unit?.name ?? one.to}
      </p>
      <p className="row">
        <StatusTag {...look[one.status]}>{t.status[one.status]}</StatusTag>
        {one.answer_late ? (
          <StatusTag tone="red" icon="alert">
            {t.late}
          </StatusTag>
        ) : null}
        {one.status === 'sent' ? <span className="second num">{t.due(formatInstant(one.answer_due_at))}</span> : null}
      </p>
      <p className="pre">{one.purpose}</p>
      {one.shared.length === 0 ? (
        <p className="second">{t.nothing}</p>
      ) : (
        <div>
          <p className="second">{t.shared}</p>
          <dl className={styles.shared}>
            {one.shared.map((field) => (
              <Pair key={field.label} label={field.label} value={field.value} />
            ))}
          </dl>
        </div>
      )}
      {one.answer ? (
        <p className="pre">
          <strong>{t.answer(one.answered_by)}:</strong> {one.answer}
        </p>
      ) : one.answered_at ? (
        <p className="second">{t.answer(one.answered_by)}</p>
      ) : null}
      {one.result ? (
        <p className="pre">
          <strong>{t.result}:</strong> {one.result}
        </p>
      ) : null}
      {one.link_expires_at ? <p className="second">{t.linkWaits(formatInstant(one.link_expires_at))}</p> : null}
      <p className="second">
        {t.sent(one.sent_by?.full_name ?? '', formatInstant(one.sent_at))} · {t.contact}: {one.contact}
      </p>
    </div>
  )
}

function Pair({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="pre">{value}</dd>
    </>
  )
}

function Acts({ of, one, may, onDo }: { of: Case; one: CaseReferral; may: boolean; onDo: Do }) {
  const t = useTexts(actTexts)
  const words = useTexts(fileTexts)
  const acts = useCaseActs(of)
  const { print, busy } = usePaper()
  const open = one.status === 'sent' || one.status === 'accepted'
  return (
    <span className={`${styles.acts} no-print`}>
      {may && one.status === 'sent' && !one.to_unit ? (
        <Button variant="default" size="sm" onClick={() => onDo('link', one.id)}>
          {t.link.go}
        </Button>
      ) : null}
      <Button
        variant="default"
        size="sm"
        leftSection={<IconPrinter size={18} aria-hidden />}
        loading={busy === one.id}
        onClick={() => void print(one.id, () => loadReferralPaper(of.id, one.id), `${of.code}-chuyen-gui`)}
      >
        {words.forms.print}
      </Button>
      {may && open ? (
        <Button
          variant="subtle"
          color="red"
          size="sm"
          loading={acts.busy === one.id}
          onClick={() => void acts.revoke(one.id)}
        >
          {t.revoke.go}
        </Button>
      ) : null}
    </span>
  )
}
