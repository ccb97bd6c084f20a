import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useCan, useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { ApiProblem, isProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { ErrorState } from '@/ui/ErrorState'
import { IdleCover } from '@/ui/IdleCover'
import { Page } from '@/ui/Page'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { useLeaveGuard } from '@/ui/useLeaveGuard'
import { childSchema, createBody, emptyChild, type ChildValues } from './childForm'
import { ChildFields } from './components/ChildFields'
import { DuplicateDialog, type Candidate } from './components/DuplicateDialog'
import { listPlace } from './memory'
import { CHILD_TOUCHES, createChild } from './queries'
import { childTexts } from './texts'

export default function NewChildPage() {
  const can = useCan()
  if (!can('children', 'create')) return <ErrorState error={new ApiProblem(403, {})} />
  return <Form />
}

/** What is typed of a child stays in this page: no draft on the device, a question before it is lost. */
function Form() {
  const t = useTexts(childTexts).form
  const back = useTexts(childTexts).one.back
  const { me, today } = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [alike, setAlike] = useState<Candidate[]>([])
  const lookedAt = useRef<string[]>([])
  const own = me.unit?.id ?? null
  const house = useHouseForm<ChildValues>({
    initial: {
      ...emptyChild,
      neighborhood_id: me.user.role === 'neighborhood' ? own : null,
      school_id: me.user.role === 'school' ? own : null,
    },
    schema: childSchema(t, today, true, true),
    send: async (values, key) => {
      try {
        const child = await createChild(createBody(values, lookedAt.current), key)
        leave()
        for (const queryKey of CHILD_TOUCHES) void queries.invalidateQueries({ queryKey })
        toast.ok(t.created(child.code))
        void navigate(`/tre-em/${child.id}`, { replace: true })
      } catch (error) {
        if (isProblem(error, 409) && error.code === 'possible_duplicates') {
          setAlike(error.candidates as Candidate[])
        } else {
          setAlike([])
          throw error
        }
      }
    },
  })
  const leave = useLeaveGuard(house.form.isDirty())
  return (
    <Page title={t.newTitle} subtitle={t.optional} back={{ to: listPlace(), label: back }} narrow>
      <form
        className="stack"
        onSubmit={(event) => {
          // Looked at for what was typed then; a changed name is looked at anew.
          lookedAt.current = []
          void house.onSubmit(event)
        }}
        noValidate
        autoComplete="off"
      >
        {house.summary}
        <ChildFields house={house} />
        <div className="row">
          <Button type="submit" loading={house.busy}>
            {t.save}
          </Button>
          <Button variant="default" onClick={() => void navigate(-1)}>
            {t.cancel}
          </Button>
        </div>
      </form>
      {alike.length > 0 ? (
        <DuplicateDialog
          typed={house.values}
          candidates={alike}
          busy={house.busy}
          onBack={() => setAlike([])}
          onOpen={leave}
          onOther={() => {
            lookedAt.current = alike.map(({ child }) => child.id)
            void house.onSubmit()
          }}
        />
      ) : null}
      <IdleCover />
    </Page>
  )
}
