import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import * as z from 'zod/mini'
import type { FoundChild, Injury } from '@/api/types'
import { useCan, useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { prefill } from '@/lib/prefill'
import { ApiProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ChildFinder } from '@/ui/ChildFinder'
import { ErrorState } from '@/ui/ErrorState'
import { Checkbox, TextInput } from '@/ui/inputs'
import { Page } from '@/ui/Page'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { PlaceSelect } from '@/ui/UnitSelect'
import { useHouseForm } from '@/ui/useHouseForm'
import { InjuryFields } from './components/InjuryFields'
import { NOTHING, toBody, whatSchema, type What } from './injuryForm'
import { createInjury, INJURY_TOUCHES } from './queries'
import { injuryTexts } from './texts'

export default function NewInjuryPage() {
  const can = useCan()
  if (!can('injuries', 'create')) return <ErrorState error={new ApiProblem(403, {})} />
  return <Form />
}

interface Values extends What {
  child_id: string | null
  unlisted: boolean
  sex: string | null
  age: string
  neighborhood_id: string | null
}

const EMPTY: Values = { ...NOTHING, child_id: null, unlisted: false, sex: null, age: '', neighborhood_id: null }

/** From the finder, or from the screen that was left for this one. */
type Chosen = Pick<FoundChild, 'id' | 'full_name' | 'birth_year'> & { neighborhood?: FoundChild['neighborhood'] }

const AGE = /^(\d|1[0-6])$/
const when = () => true

function Form() {
  const texts = useTexts(injuryTexts)
  const t = texts.form
  const { me } = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [told] = useState(prefill.get)
  useEffect(() => prefill.forget(), [])
  const [child, setChild] = useState<Chosen | null>(told?.child ?? null)
  const house = useHouseForm<Values>({
    initial: told
      ? {
          ...EMPTY,
          child_id: told.child?.id ?? null,
          happened_on: told.day,
          time: told.time,
          place_kind: 'community',
          place: told.place,
          description: told.note,
        }
      : EMPTY,
    schema: z
      .object({
        child_id: z.nullable(z.string()),
        unlisted: z.boolean(),
        sex: z.nullable(z.string()),
        age: z.string(),
        ...whatSchema(t),
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
          ...toBody(values),
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
  const choose = (next: Chosen | null) => {
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
          <InjuryFields field={house.field} kind={house.values.kind}>
            {me.user.role === 'neighborhood' ? null : (
              <PlaceSelect
                kind="neighborhood"
                label={t.neighborhood}
                description={t.neighborhoodHint}
                clearable
                {...house.field('neighborhood_id')}
              />
            )}
          </InjuryFields>
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
