import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { Inspection } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { changed } from '@/lib/merge'
import { ApiProblem, isProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { InspectionFields } from './components/InspectionFields'
import { inspectionSchema, patchOf, valuesOf, type InspectionValues } from './form'
import { inspectionChoicesQuery, inspectionQuery, INSPECTION_TOUCHES, patchInspection } from './queries'
import { inspectionTexts } from './texts'

export default function EditInspectionPage() {
  const { id = '' } = useParams()
  const query = useQuery({ ...inspectionQuery(id), refetchOnWindowFocus: false, refetchOnReconnect: false })
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(row) =>
        row.allowed_actions.includes('edit') ? (
          <Form key={row.id} row={row} />
        ) : (
          <ErrorState error={new ApiProblem(403, {})} />
        )
      }
    </QueryView>
  )
}

function Form({ row }: { row: Inspection }) {
  const { form: t } = useTexts(inspectionTexts)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const choices = useQuery(inspectionChoicesQuery)
  // Moves on when somebody else was quicker: only what I changed is sent, so nothing of theirs is lost.
  const [first] = useState(() => ({ version: row.version, values: valuesOf(row) }))
  const base = useRef(first)
  const house = useHouseForm<InspectionValues>({
    initial: first.values,
    schema: inspectionSchema(t),
    send: async (values) => {
      const plan = row.plan_id ?? choices.data?.plan_id ?? null
      const body = patchOf(base.current.values, values, plan)
      try {
        await patchInspection({ id: row.id, version: base.current.version }, body)
      } catch (error) {
        if (!isProblem(error, 412) || !error.current) throw error
        const newer = error.current as Inspection
        const theirs = valuesOf(newer)
        // Theirs where I changed nothing.
        house.form.setValues({ ...theirs, ...changed(base.current.values, values) })
        base.current = { version: newer.version, values: theirs }
        throw new ApiProblem(412, { code: 'stale', detail: t.stale })
      }
      for (const queryKey of INSPECTION_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.saved)
      void navigate(`/kiem-tra/${row.id}`, { replace: true })
    },
  })
  return (
    <Page title={t.editTitle} back={{ to: `/kiem-tra/${row.id}`, label: row.title }} narrow>
      <Card>
        <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
          {house.summary}
          <InspectionFields house={house} />
          <div className="row">
            <Button type="submit" loading={house.busy}>
              {t.save}
            </Button>
            <Button variant="default" onClick={() => void navigate(`/kiem-tra/${row.id}`)}>
              {t.leave}
            </Button>
          </div>
        </form>
      </Card>
    </Page>
  )
}
