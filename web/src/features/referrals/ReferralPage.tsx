import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { Referral } from '@/api/types'
import { clockTexts } from '@/lib/clockTexts'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { referralTexts } from '@/lib/referralTexts'
import { minutesLeft, timeLeft } from '@/lib/timeLeft'
import { Button } from '@/ui/Button'
import { CallText } from '@/ui/CallText'
import { Card, Facts } from '@/ui/Card'
import { IdleCover } from '@/ui/IdleCover'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { PersonName } from '@/ui/PersonName'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { useNow } from '@/ui/TimeLeft'
import { AnswerDialog } from './components/AnswerDialog'
import { ReferralTag } from './components/ReferralTag'
import styles from './components/referrals.module.css'
import { referralQuery, type Answer } from './queries'
import { inboxTexts } from './texts'

export default function ReferralPage() {
  const { id = '' } = useParams()
  const query = useQuery(referralQuery(id))
  return (
    <>
      <QueryView query={query} skeleton={<PageSkeleton />}>
        {(referral) => <View key={referral.id} referral={referral} />}
      </QueryView>
      <IdleCover />
    </>
  )
}

function View({ referral }: { referral: Referral }) {
  const texts = useTexts(inboxTexts)
  const t = texts.one
  const services = useTexts(referralTexts).service
  const [answer, setAnswer] = useState<Answer | null>(null)
  const pre = (text: string) => <span className="pre">{text}</span>
  const num = (instant: string) => <span className="num">{formatInstant(instant)}</span>
  return (
    <Page
      title={services[referral.service]}
      tab={texts.title}
      back={{ to: '/phoi-hop', label: texts.back }}
      subtitle={<ReferralTag status={referral.status} />}
      actions={
        referral.status === 'sent' ? (
          <>
            <Button variant="default" onClick={() => setAnswer('refuse')}>
              {texts.act.refuse}
            </Button>
            <Button onClick={() => setAnswer('accept')}>{texts.act.accept}</Button>
          </>
        ) : referral.status === 'accepted' ? (
          <Button onClick={() => setAnswer('complete')}>{texts.act.complete}</Button>
        ) : undefined
      }
    >
      {referral.status === 'sent' ? <Due due={referral.answer_due_at} /> : null}
      {referral.status === 'accepted' ? <Notice>{t.working}</Notice> : null}
      {referral.status === 'revoked' ? <Notice tone="warn">{t.revoked}</Notice> : null}
      <div className="split">
        <div className="stack">
          <Card title={t.purpose}>
            <p className={styles.purpose}>{referral.purpose}</p>
          </Card>
          {referral.status === 'revoked' ? null : (
            <Card title={t.shared}>
              {referral.shared.length > 0 ? (
                <div className="stack-2">
                  <Facts items={referral.shared.map(({ label = '', value = '' }) => [label, pre(value)])} />
                  <p className="second">{t.secret}</p>
                </div>
              ) : (
                <p className="muted">{t.noShared}</p>
              )}
            </Card>
          )}
          {referral.answered_at ? (
            <Card title={t.answerTitle}>
              <Facts
                items={[
                  [
                    t.answeredBy,
                    <span key="a">
                      {referral.answered_by}
                      <br />
                      <span className="second num">{formatInstant(referral.answered_at)}</span>
                    </span>,
                  ],
                  referral.answer ? [t.answer, pre(referral.answer)] : null,
                  referral.result ? [t.result, pre(referral.result)] : null,
                  referral.done_at ? [t.doneAt, num(referral.done_at)] : null,
                ]}
              />
            </Card>
          ) : null}
        </div>
        <Card>
          <Facts
            items={[
              referral.sent_by ? [t.from, <PersonName key="p" person={referral.sent_by} />] : null,
              [t.contact, <CallText key="c" text={referral.contact} />],
              [t.sent, num(referral.sent_at)],
              [t.due, num(referral.answer_due_at)],
            ]}
          />
        </Card>
      </div>
      {answer ? <AnswerDialog referral={referral} answer={answer} onClose={() => setAnswer(null)} /> : null}
    </Page>
  )
}

function Due({ due }: { due: string }) {
  const t = useTexts(inboxTexts).one
  const words = useTexts(clockTexts)
  const now = useNow()
  const left = minutesLeft(due, now)
  return (
    <Notice tone={left < 60 ? 'danger' : left < 24 * 60 ? 'warn' : 'info'} title={t.dueIn(timeLeft(due, now, words))}>
      {t.dueBody(formatInstant(due))}
    </Notice>
  )
}
