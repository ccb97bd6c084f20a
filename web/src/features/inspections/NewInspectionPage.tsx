import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { InspectionChoices } from '@/api/types'
import { useCan, useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { readDraft, useDraft } from '@/lib/useDraft'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { InspectionFields } from './components/InspectionFields'
import { emptyInspection, inspectionSchema, toBody, type InspectionValues } from './form'
import { createInspection, inspectionChoicesQuery, INSPECTION_TOUCHES } from './queries'
import { inspectionTexts } from './texts'

export default function NewInspectionPage() {
  const can = useCan()
  const query = useQuery(inspectionChoicesQuery)
  if (!can('inspections', 'create')) return <ErrorState error={new ApiProblem(403, {})} />
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(choices) => <Form choices={choices} />}
    </QueryView>
  )
}

function Form({ choices }: { choices: InspectionChoices }) {
  const { back, form: t } = useTexts(inspectionTexts)
  const { me, today } = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [sent, setSent] = useState(false)
  const draftKey = `${me.user.id}.inspection`
  const house = useHouseForm<InspectionValues>({
    initial: {
      ...emptyInspection(today, me.user.unit_id),
      topics: choices.topics.map(({ code = '', text }) => ({ code, text })),
      section_id: choices.sections.find((one) => one.path === 'III.4')?.id ?? null,
      ...readDraft<Partial<InspectionValues>>(draftKey),
    },
    schema: inspectionSchema(t),
    send: async (values, key) => {
      const made = await createInspection(toBody(values, choices.plan_id ?? null), key)
      setSent(true)
      for (const queryKey of INSPECTION_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.saved)
      void navigate(`/kiem-tra/${made.id}`, { replace: true })
    },
  })
  useDraft(draftKey, sent || !house.form.isDirty() ? null : house.values)
  return (
    <Page title={t.newTitle} back={{ to: '/kiem-tra', label: back }} narrow>
      <Card>
        <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
          {house.summary}
          <InspectionFields house={house} />
          <div className="row">
            <Button type="submit" loading={house.busy}>
              {t.save}
            </Button>
            <Button variant="default" onClick={() => void navigate('/kiem-tra')}>
              {t.leave}
            </Button>
          </div>
        </form>
      </Card>
    </Page>
  )
}
