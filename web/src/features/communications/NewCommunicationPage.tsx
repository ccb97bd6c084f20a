import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearchParams } from 'react-router'
import { useCan, useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { readDraft, useDraft } from '@/lib/useDraft'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { useState } from 'react'
import { ItemFields } from './components/ItemFields'
import { CHANNELS } from './filters'
import { emptyItem, itemSchema, toBody, type ItemValues } from './form'
import { communicationFormTexts } from './formTexts'
import { COMMUNICATION_TOUCHES, createCommunication } from './queries'
import { communicationTexts } from './texts'

export default function NewCommunicationPage() {
  const can = useCan()
  if (!can('communications', 'create')) return <ErrorState error={new ApiProblem(403, {})} />
  return <Form />
}

function Form() {
  const t = useTexts(communicationFormTexts)
  const back = useTexts(communicationTexts).back
  const { me, today } = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [params] = useSearchParams()
  const [sent, setSent] = useState(false)
  // A long script is written over hours: what is typed stays on this device. It says nothing of a child.
  const draftKey = `${me.user.id}.communication`
  const channel = CHANNELS.find((one) => one === params.get('kenh'))
  const house = useHouseForm<ItemValues>({
    initial: {
      ...emptyItem(today, me.user.unit_id),
      ...readDraft<Partial<ItemValues>>(draftKey),
      ...(channel ? { channel } : {}),
      ...(params.get('dot') ? { campaign_id: params.get('dot') } : {}),
    },
    schema: itemSchema(t),
    send: async (values, key) => {
      const made = await createCommunication(toBody(values), key)
      setSent(true)
      for (const queryKey of COMMUNICATION_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.saved)
      void navigate(`/truyen-thong/${made.id}`, { replace: true })
    },
  })
  useDraft(draftKey, sent || !house.form.isDirty() ? null : house.values)
  return (
    <Page title={t.newTitle} back={{ to: '/truyen-thong', label: back }} narrow>
      <Card>
        <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
          {house.summary}
          <ItemFields house={house} />
          <div className="row">
            <Button type="submit" loading={house.busy}>
              {t.save}
            </Button>
            <Button variant="default" onClick={() => void navigate('/truyen-thong')}>
              {t.leave}
            </Button>
          </div>
        </form>
      </Card>
    </Page>
  )
}
