import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import * as z from 'zod/mini'
import type { Injury } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { toast } from '@/ui/toast'
import { useEditForm } from '@/ui/useEditForm'
import { useLeaveGuard } from '@/ui/useLeaveGuard'
import { InjuryFields } from './components/InjuryFields'
import { fieldWords, patchOf, whatOf, whatSchema } from './injuryForm'
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
  const house = useEditForm({
    row,
    valuesOf: whatOf,
    schema: z.object(whatSchema(t)),
    words: fieldWords(texts),
    send: async (values, from) => {
      const body = patchOf(from.values, values)
      if (Object.keys(body).length > 0) await patchInjury({ id: row.id, version: from.version }, body)
      for (const queryKey of INJURY_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(texts.one.saved)
      release()
      void navigate('/tai-nan', { replace: true })
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
      {house.compare}
    </Page>
  )
}
