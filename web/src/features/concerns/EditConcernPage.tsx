import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import * as z from 'zod/mini'
import { unitsQuery } from '@/api/queries'
import type { Concern } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { ErrorState } from '@/ui/ErrorState'
import { IdleCover } from '@/ui/IdleCover'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { toast } from '@/ui/toast'
import { useEditForm } from '@/ui/useEditForm'
import { useLeaveGuard } from '@/ui/useLeaveGuard'
import { EditFields } from './components/EditFields'
import { childAgeIsRight, fieldWords, parentAgeIsRight, patchBody, valuesOf } from './concernForm'
import { CONCERN_TOUCHES, concernQuery, patchConcern } from './queries'
import { concernTexts } from './texts'

export default function EditConcernPage() {
  const { id = '' } = useParams()
  const t = useTexts(concernTexts).edit
  const query = useQuery(concernQuery(id))
  return (
    <>
      <QueryView query={query} skeleton={<PageSkeleton />}>
        {(concern) =>
          concern.allowed_actions.includes('edit') ? (
            <Form key={concern.id} concern={concern} />
          ) : (
            <ErrorState error={new ApiProblem(403, { detail: t.closed })} />
          )
        }
      </QueryView>
      <IdleCover />
    </>
  )
}

function Form({ concern }: { concern: Concern }) {
  const texts = useTexts(concernTexts)
  const t = texts.edit
  const navigate = useNavigate()
  const queries = useQueryClient()
  const units = useQuery(unitsQuery)
  const parent = z.object({
    full_name: z.string(),
    age: z.string().check(z.refine(parentAgeIsRight, t.parentAgeWrong)),
    occupation: z.string(),
  })
  const house = useEditForm({
    row: concern,
    valuesOf,
    schema: z.object({
      narrative: z.string().check(z.trim(), z.minLength(1, texts.form.whatMissing)),
      child: z.object({ estimated_age: z.string().check(z.refine(childAgeIsRight, texts.form.ageWrong)) }),
      father: parent,
      mother: parent,
    }),
    words: fieldWords(texts, (id) => units.data?.find((unit) => unit.id === id)?.name ?? id),
    send: async (values, from) => {
      const body = patchBody(from.values, values)
      const empty = Object.keys(body).length === 0
      if (!empty) await patchConcern({ id: concern.id, version: from.version }, body)
      leave()
      for (const queryKey of CONCERN_TOUCHES) void queries.invalidateQueries({ queryKey, refetchType: 'none' })
      toast.ok(empty ? t.unchanged : t.saved)
      void navigate(`/tin-bao/${concern.id}`, { replace: true })
    },
  })
  const leave = useLeaveGuard(house.form.isDirty())
  return (
    <Page title={t.title} subtitle={concern.code} back={{ to: `/tin-bao/${concern.id}`, label: concern.code }} narrow>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate autoComplete="off">
        {house.summary}
        <EditFields house={house} />
        <div className="row">
          <Button type="submit" loading={house.busy}>
            {t.save}
          </Button>
          <Button variant="default" onClick={() => void navigate(-1)}>
            {t.cancel}
          </Button>
        </div>
      </form>
      {house.compare}
    </Page>
  )
}
