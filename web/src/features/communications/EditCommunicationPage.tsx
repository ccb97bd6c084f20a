import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import type { Communication } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { ErrorState } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { toast } from '@/ui/toast'
import { useEditForm } from '@/ui/useEditForm'
import { useLeaveGuard } from '@/ui/useLeaveGuard'
import { ItemFields } from './components/ItemFields'
import { asksAgain, fieldWords, itemSchema, patchOf, valuesOf } from './form'
import { communicationFormTexts } from './formTexts'
import { communicationChoicesQuery, communicationQuery, COMMUNICATION_TOUCHES, patchCommunication } from './queries'

export default function EditCommunicationPage() {
  const { id = '' } = useParams()
  const query = useQuery({ ...communicationQuery(id), refetchOnWindowFocus: false, refetchOnReconnect: false })
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(item) =>
        item.allowed_actions.includes('edit') ? (
          <Form key={item.id} item={item} />
        ) : (
          <ErrorState error={new ApiProblem(403, {})} />
        )
      }
    </QueryView>
  )
}

function Form({ item }: { item: Communication }) {
  const t = useTexts(communicationFormTexts)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const choices = useQuery(communicationChoicesQuery)
  const finish = (saved: string) => {
    for (const queryKey of COMMUNICATION_TOUCHES) void queries.invalidateQueries({ queryKey })
    toast.ok(saved)
    release()
    void navigate(`/truyen-thong/${item.id}`, { replace: true })
  }
  const house = useEditForm({
    row: item,
    valuesOf,
    schema: itemSchema(t),
    words: fieldWords(t, item.channel, (id) => choices.data?.units.find((unit) => unit.id === id)?.name ?? id),
    send: async (values, from) => {
      const body = patchOf(from.values, values)
      if (Object.keys(body).length === 0) return finish(t.savedApproved)
      if (item.status === 'approved' && asksAgain(body)) {
        const answer = await ask({ title: t.againTitle, body: t.againBody, confirm: t.again })
        if (!answer.yes) return
      }
      const saved = await patchCommunication({ id: item.id, version: from.version }, body)
      finish(saved.status === 'draft' ? t.saved : t.savedApproved)
    },
  })
  const release = useLeaveGuard(Object.keys(patchOf(valuesOf(item), house.values)).length > 0)
  return (
    <Page title={t.editTitle} back={{ to: `/truyen-thong/${item.id}`, label: item.title }} narrow>
      {item.status === 'approved' ? <Notice tone="warn">{t.approvedNotice}</Notice> : null}
      <Card>
        <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
          {house.summary}
          <ItemFields house={house} fixedChannel />
          <div className="row">
            <Button type="submit" loading={house.busy}>
              {t.save}
            </Button>
            <Button variant="default" onClick={() => void navigate(`/truyen-thong/${item.id}`)}>
              {t.leave}
            </Button>
          </div>
        </form>
      </Card>
      {house.compare}
    </Page>
  )
}
