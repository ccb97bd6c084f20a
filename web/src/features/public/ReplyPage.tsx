import { useQuery } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { api, take } from '@/api/client'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { isOffline, isProblem } from '@/lib/problem'
import { referralTexts } from '@/lib/referralTexts'
import { Button } from '@/ui/Button'
import { CallText } from '@/ui/CallText'
import { Card, Facts } from '@/ui/Card'
import { useProblemText } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { PageSkeleton } from '@/ui/Skeletons'
import { AnswerForm } from './components/AnswerForm'
import styles from './components/public.module.css'
import { PublicFrame } from './components/PublicFrame'
import { linkToken } from '@/lib/linkToken'
import { publicTexts } from './texts'

/** What a service without an account is asked, by a link that works once. The look itself is recorded in the case. */
export default function ReplyPage() {
  const t = useTexts(publicTexts).reply
  const services = useTexts(referralTexts).service
  const problemText = useProblemText()
  const token = useSyncExternalStore(linkToken.subscribe, linkToken.get)
  const [done, setDone] = useState<'accept' | 'refuse' | null>(null)
  const query = useQuery({
    queryKey: ['link', token],
    queryFn: () => take(api.POST('/api/v1/public/referrals/open', { body: { token } })),
    enabled: token !== '',
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const { data, error } = query
  // The answer used the token up; another link in the same tab begins anew.
  if (done && !token) {
    return (
      <PublicFrame>
        <Page title={t.doneTitle}>
          <Notice tone="ok" live>
            {done === 'accept' ? t.doneAccept : t.doneRefuse} {t.doneClose}
          </Notice>
        </Page>
      </PublicFrame>
    )
  }
  if (!token || error || !data) {
    const retry = (
      <Button size="sm" variant="default" onClick={() => void query.refetch()}>
        {t.retry}
      </Button>
    )
    return (
      <PublicFrame>
        {!token ? (
          <Page title={t.none}>
            <Notice>{t.noneBody}</Notice>
          </Page>
        ) : isProblem(error, 404) ? (
          <Page title={t.ended}>
            <Notice tone="warn">{error.detail || t.endedBody}</Notice>
          </Page>
        ) : error ? (
          <Page title={t.title}>
            <Notice tone="danger" title={isOffline(error) ? t.offlineTitle : undefined} actions={retry}>
              {isOffline(error) ? t.offlineBody : problemText(error)}
            </Notice>
          </Page>
        ) : (
          <PageSkeleton />
        )}
      </PublicFrame>
    )
  }
  return (
    <PublicFrame>
      <Page title={t.title} subtitle={t.from(data.ward_name)}>
        <Notice tone="warn">{t.secret}</Notice>
        <Card title={services[data.service]}>
          <div className="stack">
            <Facts
              items={[
                [
                  t.due,
                  <span key="d" className="num">
                    {formatInstant(data.answer_due_at)}
                  </span>,
                ],
                [t.contact, <CallText key="c" text={data.contact} />],
              ]}
            />
            <div>
              <h3>{t.purpose}</h3>
              <p className="pre">{data.purpose}</p>
            </div>
            {data.shared.length > 0 ? (
              <div>
                <h3>{t.shared}</h3>
                <dl className={styles.shared}>
                  {data.shared.map(({ label, value }) => (
                    <div key={label + value}>
                      <dt>{label}</dt>
                      <dd>{value}</dd>
                    </div>
                  ))}
                </dl>
              </div>
            ) : null}
          </div>
        </Card>
        <AnswerForm
          key={token}
          token={token}
          onDone={(answer) => {
            linkToken.forget()
            setDone(answer)
          }}
        />
      </Page>
    </PublicFrame>
  )
}
