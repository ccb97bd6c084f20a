import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { Child } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { ApiProblem, isProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { ErrorState } from '@/ui/ErrorState'
import { IdleCover } from '@/ui/IdleCover'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { StaleCompare } from '@/ui/StaleCompare'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { useLeaveGuard } from '@/ui/useLeaveGuard'
import {
  childSchema,
  conflicts,
  healthSchema,
  merged,
  patchBody,
  valuesOf,
  type ChildMember,
  type ChildValues,
} from './childForm'
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
  // What the form began with; moves on when a newer version is merged in.
  const [base, setBase] = useState(() => ({ version: child.version, values: valuesOf(child) }))
  // The send that follows a merge runs in the same tick and must see the new version.
  const sendFrom = useRef(base)
  const [newer, setNewer] = useState<Child | null>(null)
  const house = useHouseForm<ChildValues>({
    initial: base.values,
    schema: health ? healthSchema(t) : childSchema(t, today, false, false),
    send: async (values) => {
      const body = patchBody(sendFrom.current.values, values, child.view)
      try {
        const empty = Object.keys(body).length === 0
        if (!empty) await patchChild(child.id, sendFrom.current.version, body)
        leave()
        for (const queryKey of CHILD_TOUCHES) void queries.invalidateQueries({ queryKey, refetchType: 'none' })
        toast.ok(empty ? t.unchanged : t.saved)
        void navigate(`/tre-em/${child.id}`, { replace: true })
      } catch (error) {
        if (isProblem(error, 412) && error.current) setNewer(error.current as Child)
        else throw error
      }
    },
  })
  const leave = useLeaveGuard(house.form.isDirty())
  const shown = (member: ChildMember, values: ChildValues) =>
    member === 'can_swim'
      ? show(member, values.can_swim === null ? null : values.can_swim === 'yes')
      : show(member, values[member])
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
      {newer ? (
        <StaleCompare
          differences={conflicts(base.values, house.values, valuesOf(newer)).map((member) => ({
            field: member,
            label: label(member),
            mine: shown(member, house.values),
            theirs: shown(member, valuesOf(newer)),
          }))}
          onCancel={() => setNewer(null)}
          onResolve={(keepMine) => {
            const theirs = valuesOf(newer)
            const next = merged(base.values, house.values, theirs, keepMine)
            sendFrom.current = { version: newer.version, values: theirs }
            setBase(sendFrom.current)
            house.form.setValues(next)
            setNewer(null)
            // The values land in the form's state first.
            setTimeout(() => void house.onSubmit(), 0)
          }}
        />
      ) : null}
    </Page>
  )
}
