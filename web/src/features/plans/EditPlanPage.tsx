import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { Plan } from '@/api/types'
import { useSession } from '@/app/session'
import { formatDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { ApiProblem, isProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { StaleCompare } from '@/ui/StaleCompare'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { PlanFields } from './components/PlanFields'
import { planDetails, planSchema, planValues, type PlanValues } from './planForm'
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
  const [base, setBase] = useState(() => ({ version: plan.version, values: planValues(plan) }))
  // The send that follows a merge runs in the same tick and must see the new version.
  const sendFrom = useRef(base)
  const [newer, setNewer] = useState<Plan | null>(null)
  const house = useHouseForm<PlanValues>({
    initial: base.values,
    schema: planSchema(t.details),
    send: async (values) => {
      const before = planDetails(sendFrom.current.values)
      const changed = Object.fromEntries(
        Object.entries(planDetails(values)).filter(
          ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof typeof before]),
        ),
      )
      try {
        if (Object.keys(changed).length > 0) await patchPlan(plan.id, sendFrom.current.version, changed)
      } catch (error) {
        if (isProblem(error, 412) && error.current) return setNewer(error.current as Plan)
        throw error
      }
      for (const queryKey of PLAN_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.details.saved)
      void navigate(`/ke-hoach/${plan.id}`, { replace: true })
    },
  })
  const labels: Partial<Record<keyof PlanValues, string>> = {
    title: t.details.title,
    number: t.details.number,
    issued_on: t.details.issued,
    issuer: t.details.issuer,
    theme: t.details.theme,
    slogans: t.details.slogans,
    starts_on: t.details.starts,
    ends_on: t.details.ends,
    legal_bases: t.details.legal,
    hotlines: t.details.hotlines,
    recipients: t.details.recipients,
    signer_name: t.details.signer,
    signer_position: t.details.signerPosition,
  }
  const theirs = newer ? planValues(newer) : null
  const fields = Object.keys(house.values) as (keyof PlanValues)[]
  const show = (field: keyof PlanValues, value: PlanValues[keyof PlanValues]) =>
    field.endsWith('_on') ? formatDate(value === null ? null : String(value)) : String(value ?? '')
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
      {newer && theirs ? (
        <StaleCompare
          differences={fields
            .filter((f) => house.values[f] !== base.values[f] && house.values[f] !== theirs[f])
            .map((f) => ({
              field: f,
              label: labels[f] ?? f,
              mine: show(f, house.values[f]),
              theirs: show(f, theirs[f]),
            }))}
          onCancel={() => setNewer(null)}
          onResolve={(keepMine) => {
            const next = { ...theirs }
            for (const f of fields) if (keepMine.has(f)) Object.assign(next, { [f]: house.values[f] })
            sendFrom.current = { version: newer.version, values: theirs }
            setBase(sendFrom.current)
            house.form.setValues(next)
            setNewer(null)
            setTimeout(() => void house.onSubmit(), 0)
          }}
        />
      ) : null}
    </Page>
  )
}
