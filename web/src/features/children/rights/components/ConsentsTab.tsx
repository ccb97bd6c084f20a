import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Child, Consent } from '@/api/types'
import styles from '@/features/children/components/child.module.css'
import { formatDate, formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { EmptyState } from '@/ui/EmptyState'
import { QueryView } from '@/ui/QueryView'
import { useAct } from '@/ui/useAct'
import { canWithdraw, lastWord, type Purpose } from '../consents'
import { CONSENT_TOUCHES, consentsQuery, withdrawConsent } from '../queries'
import { rightsTexts } from '../texts'
import { ConsentDialog } from './ConsentDialog'
import { ConsentTag } from './ConsentTag'

export function ConsentsTab({ child }: { child: Child }) {
  const t = useTexts(rightsTexts).consent
  const query = useQuery(consentsQuery(child.id))
  const [adding, setAdding] = useState(false)
  const may = child.allowed_actions?.includes('add_circumstance') ?? false
  const add = may ? (
    <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setAdding(true)} data-create>
      {t.add}
    </Button>
  ) : undefined
  return (
    <div className="stack">
      <p className="second">{t.intro}</p>
      <QueryView query={query}>
        {(consents) => (
          <>
            <Card title={t.now} aside={consents.length > 0 ? add : undefined} flush>
              <ul className={styles.entries}>
                {(Object.keys(t.purpose) as Purpose[]).map((purpose) => (
                  <li key={purpose} className={styles.entry}>
                    <span className="grow">{t.purpose[purpose]}</span>
                    <ConsentTag state={lastWord(consents, purpose)?.state ?? null} />
                  </li>
                ))}
              </ul>
            </Card>
            <Card title={t.all} flush>
              {consents.length === 0 ? (
                <EmptyState action={add}>{t.none}</EmptyState>
              ) : (
                <ul className={styles.entries}>
                  {consents.map((one) => (
                    <ConsentEntry key={one.id} child={child} one={one} may={may} />
                  ))}
                </ul>
              )}
            </Card>
          </>
        )}
      </QueryView>
      {adding ? <ConsentDialog child={child} onClose={() => setAdding(false)} /> : null}
    </div>
  )
}

function ConsentEntry({ child, one, may }: { child: Child; one: Consent; may: boolean }) {
  const t = useTexts(rightsTexts).consent
  const { act, busy } = useAct(CONSENT_TOUCHES)
  const who = `${one.representative_name} (${one.representative_relation})`
  const childSaid = one.child_agrees ? t.childYes(one.age) : t.childNo(one.age)
  const withdraw = async () => {
    const reason = { label: t.withdrawReason, missing: t.withdrawMissing }
    const answer = await ask({
      title: t.withdrawTitle,
      body: t.withdrawBody,
      confirm: t.withdraw,
      danger: true,
      reason,
    })
    if (answer.yes) await act(one.id, (key) => withdrawConsent(child.id, one.id, key, answer.reason), t.withdrawn)
  }
  const parts = [
    t.from(formatDate(one.given_on)),
    one.expires_on ? t.until(formatDate(one.expires_on)) : '',
    one.method,
    one.text_version,
    one.recorded_by ? t.by(one.recorded_by.full_name) : '',
  ]
  return (
    <li className={styles.entry}>
      <div className="grow">
        <p className={styles.entryTitle}>{t.purpose[one.purpose]}</p>
        <p>
          {one.representative_agrees ? t.familyYes(who) : t.familyNo(who)};{' '}
          {one.child_agrees === null || one.child_agrees === undefined ? t.childYoung : childSaid}
        </p>
        <p className="second">{parts.filter(Boolean).join(' · ')}</p>
        {one.note ? <p className="second pre">{one.note}</p> : null}
        {one.state === 'valid' && one.ask_again_on ? (
          <p className="second">{t.askAgainOn(formatDate(one.ask_again_on))}</p>
        ) : null}
        {one.state === 'ask_again' && one.ask_again_on ? (
          <p className="second">{t.askAgainSince(formatDate(one.ask_again_on))}</p>
        ) : null}
        {one.withdrawn_at ? (
          <p className="second pre">{t.withdrawnAt(formatInstant(one.withdrawn_at), one.withdraw_reason)}</p>
        ) : null}
      </div>
      <span className={styles.acts}>
        <ConsentTag state={one.state} />
        {may && canWithdraw(one) ? (
          <Button
            variant="default"
            size="sm"
            className="no-print"
            loading={busy === one.id}
            onClick={() => void withdraw()}
          >
            {t.withdraw}
          </Button>
        ) : null}
      </span>
    </li>
  )
}
