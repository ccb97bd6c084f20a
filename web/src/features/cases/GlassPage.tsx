import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import * as z from 'zod/mini'
import type { GlassBreak } from '@/api/types'
import { useCan } from '@/app/session'
import { formatInstant, formatTime } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { ApiProblem, isProblem } from '@/lib/problem'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState } from '@/ui/ErrorState'
import { IdleCover } from '@/ui/IdleCover'
import { Textarea, TextInput } from '@/ui/inputs'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { PersonName } from '@/ui/PersonName'
import { QueryView } from '@/ui/QueryView'
import { toast } from '@/ui/toast'
import { useAct } from '@/ui/useAct'
import { useHouseForm } from '@/ui/useHouseForm'
import { breakGlass, reviewGlass } from './acts'
import styles from './components/cases.module.css'
import fileStyles from './components/file.module.css'
import { listPlace } from './memory'
import { glassQuery } from './queries'
import { caseTexts } from './texts'

/** For whoever needs a case that is not theirs; for the leader, what others opened so. */
export default function GlassPage() {
  const can = useCan()
  if (!can('cases', 'read')) return <ErrorState error={new ApiProblem(403, {})} />
  return can('cases', 'approve') ? <Reviews /> : <BreakForm />
}

function BreakForm() {
  const texts = useTexts(caseTexts)
  const t = texts.glass
  const navigate = useNavigate()
  const house = useHouseForm({
    initial: { code: '', reason: '' },
    schema: z.object({
      code: z.string().check(z.trim(), z.minLength(3, t.codeMissing)),
      reason: z.string().check(z.trim(), z.minLength(1, t.reasonMissing)),
    }),
    send: async ({ code, reason }, key) => {
      try {
        const opened = await breakGlass(code.trim().toUpperCase(), key, nfc(reason))
        toast.ok(t.opened(formatTime(opened.until)))
        void navigate(`/ho-so/${opened.case_id}`)
      } catch (error) {
        if (!isProblem(error, 404)) throw error
        throw new ApiProblem(404, { errors: [{ field: 'code', code: 'unknown', message: t.unknown }] })
      }
    },
  })
  return (
    <Page title={t.title} back={{ to: listPlace(), label: texts.back }} narrow>
      <Notice tone="warn" title={t.meaning}>
        <ul className={styles.rules}>
          {t.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Notice>
      <Card>
        <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate autoComplete="off">
          {house.summary}
          <TextInput
            label={t.code}
            description={t.codeHint}
            maxLength={40}
            autoCapitalize="characters"
            {...house.field('code')}
          />
          <Textarea label={t.reason} autosize minRows={3} maxLength={2000} {...house.field('reason')} />
          <div>
            <Button type="submit" loading={house.busy}>
              {t.go}
            </Button>
          </div>
        </form>
      </Card>
    </Page>
  )
}

function Reviews() {
  const texts = useTexts(caseTexts)
  const t = texts.glass
  const query = useQuery(glassQuery)
  return (
    <Page title={t.listTitle} back={{ to: listPlace(), label: texts.back }} subtitle={t.listIntro}>
      <QueryView query={query}>
        {(items) => {
          const waiting = items.filter((one) => !one.reviewed_at)
          const done = items.filter((one) => one.reviewed_at)
          if (items.length === 0) {
            return (
              <Card>
                <EmptyState>{t.none}</EmptyState>
              </Card>
            )
          }
          return (
            <>
              <Card title={t.waiting(waiting.length)} flush>
                {waiting.length === 0 ? <p className={styles.quiet}>{t.allDone}</p> : <Breaks items={waiting} />}
              </Card>
              {done.length > 0 ? (
                <Card title={t.reviewed} flush>
                  <Breaks items={done} />
                </Card>
              ) : null}
            </>
          )
        }}
      </QueryView>
      <IdleCover />
    </Page>
  )
}

function Breaks({ items }: { items: GlassBreak[] }) {
  const t = useTexts(caseTexts).glass
  const { act } = useAct([['cases', 'glass'], ['notifications']])
  const [busy, setBusy] = useState<string | null>(null)
  const review = async (one: GlassBreak) => {
    const answer = await ask({
      title: t.reviewTitle,
      body: <p className="pre">{one.reason}</p>,
      confirm: t.review,
      reason: { label: t.reviewLabel, hint: t.reviewHint, missing: t.reviewMissing },
    })
    if (!answer.yes) return
    setBusy(one.id)
    await act('review', (key) => reviewGlass(one.id, key, answer.reason), t.reviewDone)
    setBusy(null)
  }
  return (
    <ul className={fileStyles.entries}>
      {items.map((one) => (
        <li key={one.id} className={fileStyles.entry}>
          <div className="grow">
            <p>
              <Link to={`/ho-so/${one.case_id}`} className={styles.code}>
                {one.code}
              </Link>{' '}
              · <PersonName person={one.by} unit />
            </p>
            <p className="pre">{one.reason}</p>
            <p className="second num">
              {formatInstant(one.starts_at)} – {formatTime(one.ends_at)}
            </p>
            {one.reviewed_at ? (
              <>
                <p className="second">{t.said(one.reviewed_by?.full_name ?? '', formatInstant(one.reviewed_at))}</p>
                <p className="pre">“{one.review}”</p>
              </>
            ) : null}
          </div>
          {one.reviewed_at ? null : (
            <Button variant="default" loading={busy === one.id} onClick={() => void review(one)}>
              {t.review}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
