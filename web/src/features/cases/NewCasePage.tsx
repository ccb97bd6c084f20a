import { useState } from 'react'
import { useNavigate } from 'react-router'
import * as z from 'zod/mini'
import type { FoundChild, NewCase } from '@/api/types'
import { useCan } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { ApiProblem, isProblem } from '@/lib/problem'
import { nfc } from '@/lib/text'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ChildFinder } from '@/ui/ChildFinder'
import { DateField } from '@/ui/DateField'
import { ErrorState } from '@/ui/ErrorState'
import { IdleCover } from '@/ui/IdleCover'
import { Checkbox, Textarea, TextInput } from '@/ui/inputs'
import { MomentField } from '@/ui/MomentField'
import { Page } from '@/ui/Page'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { useLeaveGuard } from '@/ui/useLeaveGuard'
import { openCase } from './acts'
import styles from './components/cases.module.css'
import { listPlace } from './memory'
import { caseTexts } from './texts'

export default function NewCasePage() {
  const can = useCan()
  if (!can('cases', 'create')) return <ErrorState error={new ApiProblem(403, {})} />
  return <Form />
}

interface Values {
  child_id: string | null
  unlisted: boolean
  full_name: string
  date_of_birth: string | null
  age: string
  sex: string | null
  address: string
  received_at: string | null
  danger: string | null
  level: string | null
  note: string
}

const EMPTY: Values = {
  child_id: null,
  unlisted: false,
  full_name: '',
  date_of_birth: null,
  age: '',
  sex: null,
  address: '',
  received_at: null,
  danger: 'unknown',
  level: 'intervention',
  note: '',
}

function bodyOf(values: Values): NewCase {
  return {
    concern_id: null,
    child_id: values.unlisted ? null : values.child_id,
    child: values.unlisted
      ? {
          full_name: nfc(values.full_name),
          date_of_birth: values.date_of_birth,
          estimated_age: values.age.trim() ? Number(values.age) : null,
          sex: values.sex as 'male' | 'female' | 'unknown' | null,
          address: nfc(values.address),
        }
      : null,
    received_at: values.received_at,
    danger_level: values.danger as NewCase['danger_level'],
    protection_level: values.level as NewCase['protection_level'],
    note: nfc(values.note),
  }
}

function Form() {
  const texts = useTexts(caseTexts)
  const t = texts.open
  const navigate = useNavigate()
  const [child, setChild] = useState<FoundChild | null>(null)
  const [standing, setStanding] = useState<string | null>(null)
  const house = useHouseForm<Values>({
    initial: EMPTY,
    schema: z
      .object({
        child_id: z.nullable(z.string()),
        unlisted: z.boolean(),
        age: z.string().check(z.regex(/^\s*(1[0-7]|\d)?\s*$/, t.ageWrong)),
      })
      .check(z.refine((v) => v.unlisted || v.child_id !== null, { path: ['unlisted'], error: t.whoMissing })),
    send: async (values, key) => {
      setStanding(null)
      try {
        const made = await openCase(bodyOf(values), key)
        leave()
        toast.ok(t.done(made.code))
        void navigate(`/ho-so/${made.id}`, { replace: true })
      } catch (error) {
        // The child has an open case: the way there is offered.
        if (isProblem(error) && error.code === 'case_stands_already' && error.caseId) setStanding(error.caseId)
        throw error
      }
    },
  })
  const leave = useLeaveGuard(house.form.isDirty() || child !== null)
  const choices = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))
  const choose = (next: FoundChild | null) => {
    setChild(next)
    house.form.setFieldValue('child_id', next?.id ?? null)
    house.form.clearFieldError('unlisted')
  }
  return (
    <Page title={t.title} back={{ to: listPlace(), label: texts.back }} subtitle={t.intro} narrow>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate autoComplete="off">
        {house.summary}
        {standing ? (
          <div>
            <LinkButton to={`/ho-so/${standing}`} variant="light">
              {t.stands}
            </LinkButton>
          </div>
        ) : null}
        <Card title={t.who}>
          <div className="stack">
            {house.values.unlisted ? (
              <>
                <TextInput label={t.name} maxLength={120} {...house.field('full_name')} />
                <div className="cols-2">
                  <DateField label={t.birth} {...house.field('date_of_birth')} />
                  <TextInput label={t.age} inputMode="numeric" maxLength={2} {...house.field('age')} />
                </div>
                <div className="cols-2">
                  <Select label={t.sex} clearable data={choices(texts.sex)} {...house.field('sex')} />
                  <TextInput label={t.address} maxLength={300} {...house.field('address')} />
                </div>
              </>
            ) : child ? (
              <div className={styles.chosen}>
                <span>
                  <strong>{child.full_name}</strong>
                  <br />
                  <span className="second">
                    {[child.birth_year, child.neighborhood?.name, child.code].filter(Boolean).join(' · ')}
                  </span>
                </span>
                <Button variant="default" onClick={() => choose(null)}>
                  {t.change}
                </Button>
              </div>
            ) : (
              <ChildFinder
                action={(one) => (
                  <Button variant="default" size="sm" onClick={() => choose(one)}>
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
            <MomentField label={t.told} description={t.toldHint} {...house.field('received_at')} />
            <div className="cols-2">
              <Select label={t.danger} allowDeselect={false} data={choices(texts.danger)} {...house.field('danger')} />
              <Select
                label={t.level}
                allowDeselect={false}
                data={choices(texts.protection)}
                {...house.field('level')}
              />
            </div>
            <Textarea label={t.note} autosize minRows={3} maxLength={8000} {...house.field('note')} />
          </div>
        </Card>
        <div>
          <Button type="submit" loading={house.busy}>
            {t.send}
          </Button>
        </div>
      </form>
      <IdleCover />
    </Page>
  )
}
