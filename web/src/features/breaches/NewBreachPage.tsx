import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearchParams } from 'react-router'
import * as z from 'zod/mini'
import { useCan } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
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
import { kindOf, KINDS } from './form'
import { BREACH_TOUCHES, createBreach } from './queries'
import { breachTexts } from './texts'

export default function NewBreachPage() {
  const can = useCan()
  if (!can('breaches', 'create')) return <ErrorState error={new ApiProblem(403, {})} />
  return <Form desk={can('breaches', 'update')} />
}

interface Values {
  kind: string | null
  what_happened: string
  discovered_at: string | null
}

/** Three things and no more: whoever has just lost a phone stands in the street. */
function Form({ desk }: { desk: boolean }) {
  const texts = useTexts(breachTexts)
  const t = texts.form
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [params] = useSearchParams()
  const house = useHouseForm<Values>({
    initial: {
      kind: kindOf(params.get('loai')),
      what_happened: '',
      discovered_at: new Date().toISOString(),
    },
    schema: z.object({
      kind: z.string(t.kindMissing),
      what_happened: z.string().check(z.trim(), z.minLength(1, t.whatMissing)),
      discovered_at: z.string(t.whenMissing),
    }),
    send: async (values, key) => {
      const made = await createBreach(
        {
          kind: kindOf(values.kind)!,
          what_happened: nfc(values.what_happened),
          discovered_at: values.discovered_at!,
          data_kinds: [],
          people_count: null,
          children_touched: null,
        },
        key,
      )
      release()
      for (const queryKey of BREACH_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(desk ? t.saved(made.code) : t.sent)
      void navigate(desk ? `/vi-pham-du-lieu/${made.id}` : '/vi-pham-du-lieu', { replace: true })
    },
  })
  const release = useLeaveGuard(house.values.what_happened.trim() !== '', t.leave)
  return (
    <Page
      title={desk ? t.titleDesk : t.title}
      back={{ to: '/vi-pham-du-lieu', label: desk ? texts.back : texts.mine.title }}
      narrow
    >
      <Notice tone="warn" title={t.now}>
        {t.nowBody}
      </Notice>
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
        <div>
          <Button type="submit" size="lg" loading={house.busy}>
            {desk ? t.save : t.send}
          </Button>
        </div>
      </form>
      <IdleCover />
    </Page>
  )
}
