import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { Communication } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { ApiProblem, isProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { ErrorState } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { StaleCompare } from '@/ui/StaleCompare'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { useLeaveGuard } from '@/ui/useLeaveGuard'
import { ItemFields } from './components/ItemFields'
import { asksAgain, differences, itemSchema, merged, patchOf, valuesOf, type ItemValues } from './form'
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
  // What the form began with; moves on when a newer version is merged in.
  const [base, setBase] = useState(() => ({ version: item.version, values: valuesOf(item) }))
  // The send that follows a merge runs in the same tick and must see the new version.
  const sendFrom = useRef(base)
  const [newer, setNewer] = useState<Communication | null>(null)
  const finish = (saved: string) => {
    for (const queryKey of COMMUNICATION_TOUCHES) void queries.invalidateQueries({ queryKey })
    toast.ok(saved)
    release()
    void navigate(`/truyen-thong/${item.id}`, { replace: true })
  }
  const house = useHouseForm<ItemValues>({
    initial: base.values,
    schema: itemSchema(t),
    send: async (values) => {
      const body = patchOf(sendFrom.current.values, values)
      if (Object.keys(body).length === 0) return finish(t.savedApproved)
      if (item.status === 'approved' && asksAgain(body)) {
        const answer = await ask({ title: t.againTitle, body: t.againBody, confirm: t.again })
        if (!answer.yes) return
      }
      try {
        const saved = await patchCommunication({ id: item.id, version: sendFrom.current.version }, body)
        finish(saved.status === 'draft' ? t.saved : t.savedApproved)
      } catch (error) {
        if (isProblem(error, 412) && error.current) setNewer(error.current as Communication)
        else throw error
      }
    },
  })
  const release = useLeaveGuard(Object.keys(patchOf(valuesOf(item), house.values)).length > 0)
  const nameOf = (id: string) => choices.data?.units.find((unit) => unit.id === id)?.name ?? id
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
      {newer ? (
        <StaleCompare
          differences={differences(base.values, house.values, valuesOf(newer), t, nameOf)}
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
