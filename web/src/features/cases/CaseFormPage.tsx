import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import type { Case, CaseForm } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { ApiProblem, isOffline } from '@/lib/problem'
import { sealedIds } from '@/offline/sealed'
import { ErrorState } from '@/ui/ErrorState'
import { IdleCover } from '@/ui/IdleCover'
import { Notice } from '@/ui/Notice'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { draftId } from './form/draft'
import { FormEditor } from './form/FormEditor'
import { FormReader } from './form/FormReader'
import { formTexts } from './form/texts'
import { caseQuery, catalogueQuery, formQuery } from './queries'
import { COMPLETED_BY, kindOfSlug, type FormKind } from './steps'

export default function CaseFormPage() {
  const { id = '', kind: slug } = useParams()
  const kind = kindOfSlug(slug)
  return (
    <>
      {kind ? <Loaded key={`${id}${kind}`} id={id} kind={kind} /> : <ErrorState error={new ApiProblem(404, {})} />}
      <IdleCover />
    </>
  )
}

function Loaded({ id, kind }: { id: string; kind: FormKind }) {
  const one = useQuery(caseQuery(id))
  const form = useQuery(formQuery(id, kind))
  const catalogue = useQuery(catalogueQuery)
  const failed = [one, form, catalogue].find((query) => query.isError && query.data === undefined)
  if (failed) {
    return (
      <>
        {isOffline(failed.error) ? <KeptHere id={id} kind={kind} /> : null}
        <ErrorState
          error={failed.error}
          onRetry={() => {
            for (const query of [one, form, catalogue]) if (query.data === undefined) void query.refetch()
          }}
        />
      </>
    )
  }
  if (!catalogue.data || !one.data) return <PageSkeleton />
  return (
    <QueryView query={form} skeleton={<PageSkeleton />}>
      {(data) => <Choose of={one.data} form={data} catalogue={catalogue.data} kind={kind} />}
    </QueryView>
  )
}

/** Opened without a network: the form cannot be shown, and nothing is lost. */
function KeptHere({ id, kind }: { id: string; kind: FormKind }) {
  const t = useTexts(formTexts)
  const { me } = useSession()
  const [kept, setKept] = useState(false)
  useEffect(() => {
    void sealedIds(me.user.id, draftId(id, kind)).then((ids) => setKept(ids.length > 0))
  }, [id, kind, me.user.id])
  return kept ? <Notice tone="warn">{t.keptOffline}</Notice> : null
}

interface ChooseProps {
  of: Case
  form: CaseForm
  catalogue: Parameters<typeof FormReader>[0]['catalogue']
  kind: FormKind
}

function Choose({ of, form, catalogue, kind }: ChooseProps) {
  // The officer keeps the file: who may name people may write in it as long as it is open.
  const writer = of.allowed_actions.includes('assign')
  const mayComplete = of.allowed_actions.includes(COMPLETED_BY[kind])
  // A form of an earlier round is where the next one begins.
  const isEarlier = form.completed_at !== null && form.round < of.round
  const isComplete = form.completed_at !== null && !isEarlier
  const [again, setAgain] = useState(false)
  if (!writer || (isComplete && !again)) {
    return (
      <FormReader
        {...{ of, form, catalogue, kind }}
        onAgain={writer && mayComplete ? () => setAgain(true) : undefined}
      />
    )
  }
  return <FormEditor {...{ of, form, catalogue, kind, mayComplete, isEarlier: isEarlier || again }} />
}
