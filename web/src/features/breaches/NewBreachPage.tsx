import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import * as z from 'zod/mini'
import { useCan, useSession } from '@/app/session'
import { formatWhen } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { ErrorState } from '@/ui/ErrorState'
import { IdleCover } from '@/ui/IdleCover'
import { Textarea } from '@/ui/inputs'
import { MomentField } from '@/ui/MomentField'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { Radio } from '@/ui/Radio'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { useLeaveGuard } from '@/ui/useLeaveGuard'
import styles from './components/breaches.module.css'
import { QueuedReport } from './components/QueuedReport'
import { isBlank, type Report } from './draft'
import { kindOf, KINDS } from './form'
import { BREACH_TOUCHES } from './queries'
import { sendReport } from './report'
import { breachTexts } from './texts'
import { useDraft } from './useDraft'

export default function NewBreachPage() {
  const can = useCan()
  if (!can('breaches', 'create')) return <ErrorState error={new ApiProblem(403, {})} />
  return <Form desk={can('breaches', 'update')} />
}

/** Three things and no more: whoever has just lost a phone stands in the street. */
function Form({ desk }: { desk: boolean }) {
  const texts = useTexts(breachTexts)
  const t = texts.form
  const { me } = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [params] = useSearchParams()
  const [queued, setQueued] = useState('')
  const [nowhere, setNowhere] = useState(false)
  const begin = (): Report => ({
    kind: kindOf(params.get('loai')),
    what_happened: '',
    discovered_at: new Date().toISOString(),
  })
  const house = useHouseForm<Report>({
    initial: begin(),
    schema: z.object({
      kind: z.string(t.kindMissing),
      what_happened: z.string().check(z.trim(), z.minLength(1, t.whatMissing)),
      discovered_at: z.string(t.whenMissing),
    }),
    send: async (values, key) => {
      setNowhere(false)
      const said = await sendReport(me.user.id, values, key)
      if (said.is === 'nowhere') return setNowhere(true)
      release()
      // The server has it, or the outbox.
      await draft.end()
      for (const queryKey of BREACH_TOUCHES) void queries.invalidateQueries({ queryKey })
      if (said.is === 'queued') return setQueued(key)
      toast.ok(desk ? t.saved(said.breach.code) : t.sent)
      void navigate(desk ? `/vi-pham-du-lieu/${said.breach.id}` : '/vi-pham-du-lieu', { replace: true })
    },
  })
  const draft = useDraft(house.values, (report) => {
    // Whoever types already is not interrupted.
    if (!isBlank(house.form.getValues())) return false
    house.form.setValues(report)
    return true
  })
  const written = !isBlank(house.values)
  const release = useLeaveGuard(written && draft.state === 'unsafe', t.leave)
  const startAnew = async () => {
    const answer = await ask({ title: t.anewTitle, body: t.anewBody, confirm: t.anew, danger: true })
    if (!answer.yes) return
    await draft.clear()
    house.form.clearErrors()
    house.form.setValues(begin())
  }
  if (queued) return <QueuedReport id={queued} desk={desk} />
  return (
    <Page
      title={desk ? t.titleDesk : t.title}
      back={{ to: '/vi-pham-du-lieu', label: desk ? texts.back : texts.mine.title }}
      narrow
    >
      <Notice tone="warn" title={t.now}>
        {t.nowBody}
      </Notice>
      {draft.restoredAt ? (
        <Notice
          title={t.back(formatWhen(draft.restoredAt))}
          live
          actions={
            <Button size="sm" variant="default" onClick={() => void startAnew()}>
              {t.anew}
            </Button>
          }
        >
          {t.backBody}
        </Notice>
      ) : null}
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate autoComplete="off">
        {house.summary}
        <Card>
          <div className="stack">
            <Radio.Group label={t.kind} {...house.field('kind')}>
              <div className={styles.choices}>
                {KINDS.map((kind) => (
                  <Radio key={kind} value={kind} label={texts.kinds[kind]} />
                ))}
              </div>
            </Radio.Group>
            <Textarea
              label={t.what}
              description={t.whatHint}
              autosize
              minRows={3}
              maxRows={14}
              maxLength={8000}
              {...house.field('what_happened')}
            />
            <MomentField label={t.when} description={t.whenHint} {...house.field('discovered_at')} />
          </div>
        </Card>
        {nowhere ? (
          <Notice tone="danger" live>
            {t.nowhere}
          </Notice>
        ) : null}
        <div className="stack-2">
          <Button type="submit" size="lg" loading={house.busy} className={styles.send}>
            {desk ? t.save : t.send}
          </Button>
          {/* Always there: the words come while one types and must not move the button. */}
          <p className={`second ${styles.keeps}`}>
            {written && draft.state === 'kept' ? t.keptHere : written && draft.state === 'unsafe' ? t.notKept : ''}
          </p>
        </div>
      </form>
      <IdleCover />
    </Page>
  )
}
