import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { PlanFields } from './components/PlanFields'
import { planDetails, planSchema, planValues, type PlanValues } from './planForm'
import { emptyPreview } from './preview'
import { createPlan, PLAN_TOUCHES } from './queries'
import { planTexts } from './texts'

export default function NewPlanPage() {
  const { can } = useSession()
  if (!can('plans', 'create')) return <ErrorState error={new ApiProblem(403, {})} />
  return <Form />
}

function Form() {
  const t = useTexts(planTexts)
  const { today, me } = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const start = emptyPreview(Number(today.slice(0, 4)))
  const house = useHouseForm<PlanValues>({
    initial: { ...planValues(start), issuer: me.ward?.name ?? '', hotlines: '111' },
    schema: planSchema(t.details),
    send: async (values, key) => {
      const plan = await createPlan({ ...start, ...planDetails(values), year: Number(values.year) }, key)
      for (const queryKey of PLAN_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.details.saved)
      void navigate(`/ke-hoach/${plan.id}?xem=noi-dung`, { replace: true })
    },
  })
  return (
    <Page title={t.details.newTitle} subtitle={t.details.newHint} back={{ to: '/ke-hoach', label: t.back }} narrow>
      <Card>
        <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
          {house.summary}
          <PlanFields house={house} />
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
    </Page>
  )
}
