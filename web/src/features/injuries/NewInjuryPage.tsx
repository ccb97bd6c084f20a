import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import * as z from 'zod/mini'
import type { FoundChild, Injury } from '@/api/types'
import { useCan, useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ChildFinder } from '@/ui/ChildFinder'
import { DateField } from '@/ui/DateField'
import { ErrorState } from '@/ui/ErrorState'
import { Checkbox, Textarea, TextInput } from '@/ui/inputs'
import { Page } from '@/ui/Page'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { UnitSelect } from '@/ui/UnitSelect'
import { useHouseForm } from '@/ui/useHouseForm'
import { KINDS, OUTCOMES, PLACES } from './filters'
import { createInjury, INJURY_TOUCHES } from './queries'
import { injuryTexts } from './texts'

export default function NewInjuryPage() {
  const can = useCan()
  if (!can('injuries', 'create')) return <ErrorState error={new ApiProblem(403, {})} />
  return <Form />
}

interface Values {
  child_id: string | null
  unlisted: boolean
  sex: string | null
  age: string
  happened_on: string | null
  time: string
  kind: string | null
  place_kind: string | null
  place: string
  neighborhood_id: string | null
  water: string
  outcome: string | null
  supervision: string
  description: string
}

const EMPTY: Values = {
  child_id: null,
  unlisted: false,
  sex: null,
  age: '',
  happened_on: null,
  time: '',
  kind: null,
  place_kind: null,
  place: '',
  neighborhood_id: null,
  water: '',
  outcome: null,
  supervision: '',
  description: '',
}

const AGE = /^(\d|1[0-6])$/
const when = () => true

function Form() {
  const texts = useTexts(injuryTexts)
  const t = texts.form
  const { me, today } = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [child, setChild] = useState<FoundChild | null>(null)
  const house = useHouseForm<Values>({
    initial: EMPTY,
    schema: z
      .object({
        child_id: z.nullable(z.string()),
        unlisted: z.boolean(),
        sex: z.nullable(z.string()),
        age: z.string(),
        happened_on: z.string(t.whenMissing),
        kind: z.string(t.kindMissing),
        place_kind: z.string(t.placeMissing),
        outcome: z.string(t.outcomeMissing),
      })
      .check(
        // `when`: asked also while other fields are wrong, so that nobody is told of one fault after the other.
        z.refine((v) => v.unlisted || v.child_id !== null, { path: ['unlisted'], error: t.whoMissing, when }),
        z.refine((v) => !v.unlisted || v.sex !== null, { path: ['sex'], error: t.sexMissing, when }),
        z.refine((v) => !v.unlisted || AGE.test(v.age.trim()), { path: ['age'], error: t.ageMissing, when }),
      ),
    send: async (values, key) => {
      await createInjury(
        {
          child_id: values.unlisted ? null : values.child_id,
          sex: (values.unlisted ? values.sex : null) as Injury['sex'] | null,
          age: values.unlisted ? Number(values.age) : null,
          neighborhood_id: values.neighborhood_id,
          happened_on: values.happened_on!,
          time: values.time.trim() || null,
          kind: values.kind as Injury['kind'],
          place_kind: values.place_kind as Injury['place_kind'],
          place: nfc(values.place),
          outcome: values.outcome as Injury['outcome'],
          supervision: nfc(values.supervision),
          description: nfc(values.description),
          water: values.kind === 'drowning' ? nfc(values.water) : '',
        },
        key,
      )
      for (const queryKey of INJURY_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.saved)
      void navigate('/tai-nan', { replace: true })
    },
  })
  const choices = (values: readonly string[], words: Record<string, string>) =>
    values.map((value) => ({ value, label: words[value] ?? value }))
  const choose = (next: FoundChild | null) => {
    setChild(next)
    house.form.setFieldValue('child_id', next?.id ?? null)
    house.form.clearFieldError('unlisted')
  }
  return (
    <Page title={t.title} back={{ to: '/tai-nan', label: texts.back }} narrow>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <Card title={t.who}>
          <div className="stack">
            {house.values.unlisted ? (
              <div className="cols-2">
                <Select label={t.sex} data={choices(['male', 'female'], texts.sex)} {...house.field('sex')} />
                <TextInput label={t.age} inputMode="numeric" maxLength={2} {...house.field('age')} />
              </div>
            ) : child ? (
              <div className="row-between">
                <span>
                  <strong>{child.full_name}</strong>{' '}
                  <span className="second">
                    {[child.birth_year, child.neighborhood?.name].filter(Boolean).join(' · ')}
                  </span>
                </span>
                <Button size="sm" variant="default" onClick={() => choose(null)}>
                  {t.change}
                </Button>
              </div>
            ) : (
              <ChildFinder
                action={(one) => (
                  <Button size="sm" variant="light" onClick={() => choose(one)}>
                    {t.choose}
                  </Button>
                )}
              />
            )}
            <Checkbox label={t.unlisted} {...house.checkbox('unlisted')} />
          </div>
        </Card>
        <Card>
          <div className="stack">
            <div className="cols-2">
              <DateField label={t.when} max={today} {...house.field('happened_on')} />
              <TextInput label={t.time} description={t.timeHint} maxLength={5} {...house.field('time')} />
              <Select label={t.kind} data={choices(KINDS, texts.kind)} {...house.field('kind')} />
              <Select label={t.outcome} data={choices(OUTCOMES, texts.outcome)} {...house.field('outcome')} />
              <Select label={t.place} data={choices(PLACES, texts.place)} {...house.field('place_kind')} />
              <TextInput label={t.where} maxLength={200} {...house.field('place')} />
            </div>
            {me.user.role === 'neighborhood' ? null : (
              <UnitSelect
                kinds={['neighborhood']}
                label={t.neighborhood}
                description={t.neighborhoodHint}
                clearable
                {...house.field('neighborhood_id')}
              />
            )}
            {house.values.kind === 'drowning' ? (
              <TextInput label={t.water} description={t.waterHint} maxLength={200} {...house.field('water')} />
            ) : null}
            <TextInput label={t.supervision} maxLength={200} {...house.field('supervision')} />
            <Textarea
              label={t.description}
              description={t.descriptionHint}
              autosize
              minRows={3}
              maxLength={4000}
              {...house.field('description')}
            />
          </div>
        </Card>
        <div>
          <Button type="submit" loading={house.busy}>
            {t.save}
          </Button>
        </div>
      </form>
    </Page>
  )
}
