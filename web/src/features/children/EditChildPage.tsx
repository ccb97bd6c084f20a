import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import type { Child } from '@/api/types'
import { useSession } from '@/app/session'
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
import { childSchema, healthSchema, MEMBERS, patchBody, valuesOf, type ChildMember } from './childForm'
import { ChildFields, HealthFields } from './components/ChildFields'
import { CHILD_TOUCHES, childQuery, patchChild } from './queries'
import { childTexts } from './texts'
import { useShownValue } from './useShownValue'

export default function EditChildPage() {
  const { id = '' } = useParams()
  const query = useQuery(childQuery(id))
  return (
    <>
      <QueryView query={query} skeleton={<PageSkeleton />}>
        {(child) =>
          child.allowed_actions?.includes('edit') ? (
            <Form key={child.id} child={child} />
          ) : (
            <ErrorState error={new ApiProblem(403, {})} />
          )
        }
      </QueryView>
      <IdleCover />
    </>
  )
}

function Form({ child }: { child: Child }) {
  const texts = useTexts(childTexts)
  const t = texts.form
  const { today } = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { label, show } = useShownValue()
  const health = child.view === 'health'
  const house = useEditForm({
    row: child,
    valuesOf,
    schema: health ? healthSchema(t) : childSchema(t, today, false, false),
    words: {
      labels: Object.fromEntries(MEMBERS.map((member) => [member, label(member)])) as Record<ChildMember, string>,
      show: (member, values) =>
        show(member, member === 'can_swim' && values.can_swim ? values.can_swim === 'yes' : values[member]),
    },
    send: async (values, from) => {
      const body = patchBody(from.values, values, child.view)
      const empty = Object.keys(body).length === 0
      if (!empty) await patchChild(child.id, from.version, body)
      leave()
      for (const queryKey of CHILD_TOUCHES) void queries.invalidateQueries({ queryKey, refetchType: 'none' })
      toast.ok(empty ? t.unchanged : t.saved)
      void navigate(`/tre-em/${child.id}`, { replace: true })
    },
  })
  const leave = useLeaveGuard(house.form.isDirty())
  return (
    <Page
      title={health ? t.healthTitle : t.editTitle}
      subtitle={`${child.full_name} · ${child.code}`}
      back={{ to: `/tre-em/${child.id}`, label: child.code }}
      narrow
    >
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate autoComplete="off">
        {house.summary}
        {health ? <HealthFields house={house} /> : <ChildFields house={house} child={child} />}
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
