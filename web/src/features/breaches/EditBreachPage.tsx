import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import * as z from 'zod/mini'
import type { DataBreach } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { IdleCover } from '@/ui/IdleCover'
import { Textarea, TextInput } from '@/ui/inputs'
import { MomentField } from '@/ui/MomentField'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { Radio } from '@/ui/Radio'
import { MultiSelect, Select } from '@/ui/Select'
import { PageSkeleton } from '@/ui/Skeletons'
import { toast } from '@/ui/toast'
import { useEditForm } from '@/ui/useEditForm'
import { useLeaveGuard } from '@/ui/useLeaveGuard'
import styles from './components/breaches.module.css'
import { DATA, fieldWords, KINDS, patchOf, split, whatOf } from './form'
import { BREACH_TOUCHES, breachQuery, patchBreach } from './queries'
import { breachTexts } from './texts'

export default function EditBreachPage() {
  const { id = '' } = useParams()
  const query = useQuery({ ...breachQuery(id), refetchOnReconnect: false })
  return (
    <>
      <QueryView query={query} skeleton={<PageSkeleton />}>
        {(row) =>
          row.allowed_actions.includes('edit') ? (
            <Form key={row.id} row={row} />
          ) : (
            <ErrorState error={new ApiProblem(403, {})} />
          )
        }
      </QueryView>
      <IdleCover />
    </>
  )
}

const COUNT = /^\d{0,7}$/

function Form({ row }: { row: DataBreach }) {
  const texts = useTexts(breachTexts)
  const t = texts.edit
  const navigate = useNavigate()
  const queries = useQueryClient()
  const here = `/vi-pham-du-lieu/${row.id}`
  const house = useEditForm({
    row,
    valuesOf: whatOf,
    schema: z.object({
      what_happened: z.string().check(z.trim(), z.minLength(1, texts.form.whatMissing)),
      discovered_at: z.string(texts.form.whenMissing),
      people_count: z.string().check(z.refine((text) => COUNT.test(text.trim()), t.countWrong)),
    }),
    words: fieldWords(texts),
    send: async (values, from) => {
      const body = patchOf(from.values, values)
      if (Object.keys(body).length > 0) await patchBreach({ id: row.id, version: from.version }, body)
      for (const queryKey of BREACH_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.saved)
      release()
      void navigate(here, { replace: true })
    },
  })
  const release = useLeaveGuard(Object.keys(patchOf(whatOf(row), house.values)).length > 0)
  return (
    <Page title={t.title} subtitle={row.code} back={{ to: here, label: row.code }} narrow>
      <Card>
        <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate autoComplete="off">
          {house.summary}
          <Select
            label={texts.form.kind}
            allowDeselect={false}
            data={KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
            {...house.field('kind')}
          />
          <Textarea
            label={texts.one.what}
            autosize
            minRows={3}
            maxRows={20}
            maxLength={8000}
            {...house.field('what_happened')}
          />
          {row.notified ? null : (
            <MomentField label={texts.form.when} description={t.whenHint} {...house.field('discovered_at')} />
          )}
          <MultiSelect
            label={t.data}
            data={DATA.map((value) => ({ value, label: texts.data[value] }))}
            value={split(house.values.data_kinds)}
            onChange={(next) =>
              house.form.setFieldValue('data_kinds', DATA.filter((one) => next.includes(one)).join(','))
            }
          />
          <TextInput label={t.count} inputMode="numeric" maxLength={7} {...house.field('people_count')} />
          <Radio.Group label={t.children} {...house.field('children_touched')}>
            <div className={styles.choices}>
              {(['yes', 'no', 'unknown'] as const).map((value) => (
                <Radio key={value} value={value} label={texts.children[value]} />
              ))}
            </div>
          </Radio.Group>
          <div className="row">
            <Button type="submit" loading={house.busy}>
              {t.save}
            </Button>
            <Button variant="default" onClick={() => void navigate(here)}>
              {t.cancel}
            </Button>
          </div>
        </form>
      </Card>
      {house.compare}
    </Page>
  )
}
