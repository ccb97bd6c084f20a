import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import type { Plan } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { changed } from '@/lib/merge'
import { ApiProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { toast } from '@/ui/toast'
import { useEditForm } from '@/ui/useEditForm'
import { PlanFields } from './components/PlanFields'
import { fieldWords, planDetails, planSchema, planValues } from './planForm'
import { patchPlan, planQuery, PLAN_TOUCHES } from './queries'
import { planTexts } from './texts'

export default function EditPlanPage() {
  const { id = '' } = useParams()
  const { can } = useSession()
  const query = useQuery({ ...planQuery(id), refetchOnWindowFocus: false, refetchOnReconnect: false })
  if (!can('plans', 'update')) return <ErrorState error={new ApiProblem(403, {})} />
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(plan) => <Form key={plan.id} plan={plan} />}
    </QueryView>
  )
}

function Form({ plan }: { plan: Plan }) {
  const t = useTexts(planTexts)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const house = useEditForm({
    row: plan,
    valuesOf: planValues,
    schema: planSchema(t.details),
    words: fieldWords(t.details),
    send: async (values, from) => {
      const body = changed(planDetails(from.values), planDetails(values))
      if (Object.keys(body).length > 0) await patchPlan(plan.id, from.version, body)
      for (const queryKey of PLAN_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.details.saved)
      void navigate(`/ke-hoach/${plan.id}`, { replace: true })
    },
  })
  return (
    <Page title={t.details.editTitle} back={{ to: `/ke-hoach/${plan.id}`, label: plan.title }} narrow>
      <Card>
        <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
          {house.summary}
          <PlanFields house={house} fixedYear />
          <div className="row">
            <Button type="submit" loading={house.busy}>
              {t.details.save}
            </Button>
            <Button variant="default" onClick={() => void navigate(-1)}>
              {t.details.cancel}
            </Button>
          </div>
        </form>
      </Card>
      {house.compare}
    </Page>
  )
}
