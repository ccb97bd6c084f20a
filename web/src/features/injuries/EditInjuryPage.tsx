import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import * as z from 'zod/mini'
import type { Injury } from '@/api/types'
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
import { useLeaveGuard } from '@/ui/useLeaveGuard'
import { InjuryFields } from './components/InjuryFields'
import { differences, merged, patchOf, whatOf, whatSchema, type What } from './injuryForm'
import { INJURY_TOUCHES, injuryQuery, patchInjury } from './queries'
import { injuryTexts } from './texts'

export default function EditInjuryPage() {
  const { id = '' } = useParams()
  const query = useQuery({ ...injuryQuery(id), refetchOnReconnect: false })
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(row) => (row.may_change ? <Form key={row.id} row={row} /> : <ErrorState error={new ApiProblem(403, {})} />)}
    </QueryView>
  )
}

function Form({ row }: { row: Injury }) {
  const texts = useTexts(injuryTexts)
  const t = texts.form
  const navigate = useNavigate()
  const queries = useQueryClient()
  // What the form began with; moves on when a newer version is merged in.
  const [base, setBase] = useState(() => ({ version: row.version, what: whatOf(row) }))
  // The send that follows a merge runs in the same tick and must see the new version.
  const sendFrom = useRef(base)
  const [newer, setNewer] = useState<Injury | null>(null)
  const finish = () => {
    for (const queryKey of INJURY_TOUCHES) void queries.invalidateQueries({ queryKey })
    toast.ok(texts.one.saved)
    release()
    void navigate('/tai-nan', { replace: true })
  }
  const house = useHouseForm<What>({
    initial: whatOf(row),
    schema: z.object(whatSchema(t)),
    send: async (values) => {
      const body = patchOf(sendFrom.current.what, values)
      if (Object.keys(body).length === 0) return finish()
      try {
        await patchInjury({ id: row.id, version: sendFrom.current.version }, body)
      } catch (error) {
        if (isProblem(error, 412) && error.current) return setNewer(error.current as Injury)
        throw error
      }
      finish()
    },
  })
  const release = useLeaveGuard(Object.keys(patchOf(whatOf(row), house.values)).length > 0)
  const who = row.child ? `${row.child.full_name}, ${texts.age(row.age)}` : texts.unlisted(texts.sex[row.sex], row.age)
  return (
    <Page title={texts.one.editTitle} subtitle={who} back={{ to: '/tai-nan', label: texts.back }} narrow>
      <Card>
        <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
          {house.summary}
          <InjuryFields field={house.field} kind={house.values.kind} />
          <div className="row">
            <Button type="submit" loading={house.busy}>
              {texts.one.save}
            </Button>
            <Button variant="default" onClick={() => void navigate('/tai-nan')}>
              {texts.one.leave}
            </Button>
          </div>
        </form>
      </Card>
      {newer ? (
        <StaleCompare
          differences={differences(base.what, house.values, whatOf(newer), texts)}
          onCancel={() => setNewer(null)}
          onResolve={(keepMine) => {
            const theirs = whatOf(newer)
            const next = merged(base.what, house.values, theirs, keepMine)
            sendFrom.current = { version: newer.version, what: theirs }
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
