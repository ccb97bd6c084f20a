import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import * as z from 'zod/mini'
import type { Commendation, CommendationCandidate, CommendationChoices } from '@/api/types'
import { useCan, useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { Checkbox, Textarea, TextInput } from '@/ui/inputs'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { MultiSelect, Select } from '@/ui/Select'
import { PageSkeleton } from '@/ui/Skeletons'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import {
  acceptedTasksQuery,
  candidatesQuery,
  COMMENDATION_TOUCHES,
  commendationChoicesQuery,
  createCommendation,
} from './queries'
import { commendationTexts } from './texts'

export default function NewCommendationPage() {
  const can = useCan()
  const [params] = useSearchParams()
  const unit = params.get('don-vi')
  const choices = useQuery(commendationChoicesQuery)
  const candidates = useQuery({ ...candidatesQuery, enabled: unit !== null })
  if (!can('commendations', 'create')) return <ErrorState error={new ApiProblem(403, {})} />
  return (
    <QueryView query={choices} skeleton={<PageSkeleton />}>
      {(data) =>
        unit !== null && candidates.isPending ? (
          <PageSkeleton />
        ) : (
          <Form choices={data} candidate={candidates.data?.find((one) => one.unit.id === unit) ?? null} />
        )
      }
    </QueryView>
  )
}

interface FormProps {
  choices: CommendationChoices
  candidate: CommendationCandidate | null
}

function Form({ choices, candidate }: FormProps) {
  const all = useTexts(commendationTexts)
  const t = all.form
  const { me, can } = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const tasks = useQuery(acceptedTasksQuery)
  const officer = can('commendations', 'create', 'ward')
  const [other, setOther] = useState(false)
  const house = useHouseForm({
    initial: {
      kind: 'unit' as Commendation['kind'],
      unit_id: (candidate?.unit.id ?? null) as string | null,
      name: '',
      position: '',
      is_adult: false,
      form: choices.forms[0] ?? '',
      achievement: '',
      task_ids: candidate?.tasks.map((task) => task.id) ?? [],
      proposed_unit_id: me.user.unit_id as string | null,
    },
    schema: z
      .object({
        form: z.string().check(z.trim(), z.minLength(1, t.formMissing)),
        achievement: z.string().check(z.trim(), z.minLength(1, t.achievementMissing)),
        kind: z.string(),
        unit_id: z.nullable(z.string()),
        name: z.string(),
        is_adult: z.boolean(),
      })
      .check(
        z.refine((one) => one.kind !== 'unit' || one.unit_id !== null, { message: t.unitMissing, path: ['unit_id'] }),
        z.refine((one) => one.kind === 'unit' || one.name.trim() !== '', { message: t.nameMissing, path: ['name'] }),
        z.refine((one) => one.kind !== 'person' || one.is_adult, { message: t.adultMissing, path: ['is_adult'] }),
      ),
    send: async (values, key) => {
      const made = await createCommendation(
        {
          ...values,
          name: nfc(values.name),
          position: values.kind === 'person' ? nfc(values.position) : '',
          form: nfc(values.form),
          achievement: nfc(values.achievement),
          plan_id: choices.plan_id,
        },
        key,
      )
      for (const queryKey of COMMENDATION_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.saved)
      void navigate(`/khen-thuong/${made.id}`, { replace: true })
    },
  })
  const { kind } = house.values
  const units = choices.units.map((unit) => ({ value: unit.id, label: unit.name }))
  const known = (candidate?.tasks ?? []).map((task) => ({ value: task.id, label: task.title }))
  const more = (tasks.data ?? []).filter((task) => known.every((one) => one.value !== task.value))
  return (
    <Page title={t.title} back={{ to: '/khen-thuong', label: all.back }} subtitle={all.intro} narrow>
      <Card>
        <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
          {house.summary}
          <Select
            label={t.kind}
            allowDeselect={false}
            data={(['unit', 'group', 'person'] as const).map((value) => ({ value, label: all.kind[value] }))}
            {...house.field('kind')}
          />
          <Select
            label={kind === 'unit' ? t.unit : t.unitOf}
            placeholder={kind === 'unit' ? undefined : t.noUnit}
            searchable
            clearable
            data={units}
            {...house.field('unit_id')}
          />
          {kind === 'unit' ? null : <TextInput label={t.name} maxLength={200} {...house.field('name')} />}
          {kind === 'person' ? (
            <>
              <TextInput label={t.position} maxLength={200} {...house.field('position')} />
              <Checkbox label={t.adult} {...house.checkbox('is_adult')} />
            </>
          ) : null}
          {other ? (
            <TextInput label={t.form} description={t.formHint} maxLength={80} {...house.field('form')} />
          ) : (
            <div className="row">
              <Select
                label={t.form}
                allowDeselect={false}
                data={choices.forms.map((form) => ({ value: form, label: form }))}
                {...house.field('form')}
              />
              <Button variant="subtle" onClick={() => setOther(true)}>
                {t.formOther}
              </Button>
            </div>
          )}
          <Textarea label={t.achievement} autosize minRows={3} maxLength={4000} {...house.field('achievement')} />
          <MultiSelect label={t.tasks} searchable clearable data={[...known, ...more]} {...house.field('task_ids')} />
          {officer ? <Select label={t.proposer} searchable data={units} {...house.field('proposed_unit_id')} /> : null}
          <div className="row">
            <Button type="submit" loading={house.busy}>
              {t.save}
            </Button>
            <Button variant="default" onClick={() => void navigate('/khen-thuong')}>
              {t.leave}
            </Button>
          </div>
        </form>
      </Card>
    </Page>
  )
}
