import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import * as z from 'zod/mini'
import type { Concern, ConcernCreate } from '@/api/types'
import { useCan, useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { prefill } from '@/lib/prefill'
import { ApiProblem } from '@/lib/problem'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { IdleCover } from '@/ui/IdleCover'
import { Checkbox, Textarea, TextInput } from '@/ui/inputs'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { useLeaveGuard } from '@/ui/useLeaveGuard'
import { CallButtons } from './components/CallButtons'
import { Queued } from './components/Queued'
import { SourceFields } from './components/SourceFields'
import { childAgeIsRight } from './concernForm'
import { listPlace } from './filters'
import { CONCERN_TOUCHES } from './queries'
import { tell } from './tell'
import { concernTexts } from './texts'
import { instantOf, parseTime } from './told'

export default function NewConcernPage() {
  const can = useCan()
  if (!can('concerns', 'create')) return <ErrorState error={new ApiProblem(403, {})} />
  return <Form desk={can('concerns', 'update')} />
}

const EMPTY = {
  narrative: '',
  place: '',
  child: { full_name: '', estimated_age: '' },
  urgent: false,
  received_via: null as string | null,
  told_on: null as string | null,
  told_time: '',
  subject_kind: null as string | null,
  danger_level: null as string | null,
  neighborhood_id: null as string | null,
  reporter: { name: '', phone: '', address: '', note: '' },
}
export type NewValues = typeof EMPTY

/** Whoever tells from a unit of these kinds is the way by which it came. */
const OWN_WAY: Record<string, Concern['received_via']> = { school: 'school', health: 'health', police: 'police' }

function bodyOf(values: NewValues, desk: boolean, role: string): ConcernCreate {
  const { reporter } = values
  const told = Object.values(reporter).some((text) => text.trim())
  const blank = { full_name: '', age: null, occupation: '' }
  return {
    narrative: nfc(values.narrative),
    place: nfc(values.place),
    child: {
      full_name: nfc(values.child.full_name),
      estimated_age: values.child.estimated_age.trim() ? Number(values.child.estimated_age) : null,
      date_of_birth: null,
      sex: null,
      address: '',
    },
    received_via: desk ? (values.received_via as Concern['received_via'] | null) : (OWN_WAY[role] ?? null),
    told_at: values.told_on ? instantOf(values.told_on, parseTime(values.told_time)!) : null,
    subject_kind: values.subject_kind as Concern['subject_kind'] | null,
    danger_level: desk
      ? (values.danger_level as Concern['danger_level'] | null)
      : values.urgent
        ? 'emergency'
        : 'unknown',
    neighborhood_id: values.neighborhood_id,
    condition: '',
    consequences: '',
    father: blank,
    mother: blank,
    family: '',
    carer: '',
    actions_taken: '',
    reporter: told
      ? {
          name: nfc(reporter.name),
          phone: nfc(reporter.phone),
          address: nfc(reporter.address),
          note: nfc(reporter.note),
        }
      : null,
  }
}

const when = () => true

/** Short on purpose: one sentence can be sent; the rest is added when it is known. */
function Form({ desk }: { desk: boolean }) {
  const texts = useTexts(concernTexts)
  const t = texts.form
  const { me } = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [kept, setKept] = useState(false)
  const [queued, setQueued] = useState('')
  const [told] = useState(prefill.get)
  useEffect(() => prefill.forget(), [])
  const house = useHouseForm<NewValues>({
    initial: told
      ? {
          ...EMPTY,
          narrative: told.note,
          place: told.place,
          child: { full_name: told.child?.full_name ?? '', estimated_age: '' },
        }
      : EMPTY,
    schema: z
      .object({
        narrative: z.string().check(z.trim(), z.minLength(1, t.whatMissing)),
        child: z.object({
          full_name: z.string(),
          estimated_age: z.string().check(z.refine(childAgeIsRight, t.ageWrong)),
        }),
        told_on: z.nullable(z.string()),
        told_time: z.string().check(z.refine((text) => !text.trim() || parseTime(text) !== null, t.timeWrong)),
      })
      .check(
        z.refine((v) => (v.told_on === null) === (v.told_time.trim() === ''), {
          path: ['told_time'],
          error: t.timeAlone,
          when,
        }),
      ),
    send: async (values, key) => {
      setKept(false)
      const said = await tell(me.user.id, bodyOf(values, desk, me.user.role), key)
      if (said.is === 'nowhere') return setKept(true)
      leave()
      for (const queryKey of CONCERN_TOUCHES) void queries.invalidateQueries({ queryKey })
      if (said.is === 'queued') return setQueued(key)
      toast.ok(desk ? t.saved(said.concern.code) : t.sent)
      void navigate(desk ? `/tin-bao/${said.concern.id}` : '/tin-bao', { replace: true })
    },
  })
  const leave = useLeaveGuard(house.form.isDirty(), t.leave)
  if (queued) return <Queued id={queued} />
  return (
    <Page
      title={desk ? t.titleDesk : t.title}
      back={{ to: listPlace(), label: desk ? texts.back : texts.mine.title }}
      narrow
    >
      {desk ? null : <Notice tone="danger" title={t.first} actions={<CallButtons />} />}
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate autoComplete="off">
        {house.summary}
        <Card>
          <div className="stack">
            <Textarea
              label={t.what}
              description={desk ? t.whatHintDesk : t.whatHint}
              autosize
              minRows={5}
              maxRows={20}
              maxLength={20_000}
              {...house.field('narrative')}
            />
            <TextInput label={t.place} description={t.placeHint} maxLength={500} {...house.field('place')} />
            <div className="cols-2">
              <TextInput label={t.child} maxLength={120} {...house.part('child.full_name')} />
              <TextInput label={t.age} inputMode="numeric" maxLength={2} {...house.part('child.estimated_age')} />
            </div>
            {desk ? null : <Checkbox label={t.urgent} {...house.checkbox('urgent')} />}
          </div>
        </Card>
        {desk ? <SourceFields house={house} /> : null}
        {kept ? (
          <Notice tone="danger" live>
            {t.kept}
          </Notice>
        ) : null}
        <div>
          <Button type="submit" size="lg" loading={house.busy}>
            {desk ? t.sendDesk : t.send}
          </Button>
        </div>
      </form>
      <IdleCover />
    </Page>
  )
}
