import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { LinkButton } from '@/ui/Button'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { ListSkeleton, PageSkeleton } from '@/ui/Skeletons'
import { useLeaveGuard } from '@/ui/useLeaveGuard'
import { ColumnsStep } from './components/ColumnsStep'
import { CommitStep } from './components/CommitStep'
import { Committed } from './components/Committed'
import { Steps, type Step } from './components/Steps'
import { UploadStep } from './components/UploadStep'
import type { Corrections, Decisions, Outcome } from './preview'
import { importQuery, type ChildImport } from './queries'
import { importTexts } from './texts'

const RowsStep = lazy(() => import('./components/RowsStep'))

/** The file that an import was read from: in memory only, gone with the page. */
export interface Held {
  importId: string
  file: File
  converted: boolean
  /** Not the first reading: the columns were corrected, or the old font converted. */
  again: boolean
}

export default function ImportWizard() {
  const { can } = useSession()
  if (!can('children', 'create')) return <ErrorState error={new ApiProblem(403, {})} />
  return <Wizard />
}

function Wizard() {
  const t = useTexts(importTexts)
  const { id } = useParams()
  const navigate = useNavigate()
  const [held, setHeld] = useState<Held | null>(null)
  const [fresh, setFresh] = useState<ChildImport | undefined>()
  const onRead = (read: ChildImport, file: File, converted: boolean) => {
    setHeld({ importId: read.id, file, converted, again: Boolean(id) })
    setFresh(read)
    void navigate(`/tre-em/nhap/${read.id}?buoc=cot`)
  }
  if (!id) {
    return (
      <Page title={t.title} subtitle={t.upload.intro} back={{ to: '/tre-em', label: t.back }} actions={<History />}>
        <Steps now="tep" id={null} />
        <UploadStep onRead={onRead} />
      </Page>
    )
  }
  return <Stored key={id} id={id} fresh={fresh} held={held?.importId === id ? held : null} onRead={onRead} />
}

function History() {
  return (
    <LinkButton to="/tre-em/nhap/lich-su" variant="default">
      {useTexts(importTexts).history}
    </LinkButton>
  )
}

interface StoredProps {
  id: string
  fresh: ChildImport | undefined
  held: Held | null
  onRead: (read: ChildImport, file: File, converted: boolean) => void
}

function Stored({ id, fresh, held, onRead }: StoredProps) {
  const query = useQuery(importQuery(id, fresh))
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(one) => <Import one={one} held={held} onRead={onRead} />}
    </QueryView>
  )
}

function stepOf(one: ChildImport, wanted: string | null): Step {
  if (one.status !== 'previewed') return 'ghi'
  // A stored preview is opened again at its rows.
  return wanted === 'cot' || wanted === 'ghi' ? wanted : 'dong'
}

function Import({ one, held, onRead }: { one: ChildImport } & Pick<StoredProps, 'held' | 'onRead'>) {
  const t = useTexts(importTexts)
  const queries = useQueryClient()
  const [params, setParams] = useSearchParams()
  const [corrections, setCorrections] = useState<Corrections>({})
  const [decisions, setDecisions] = useState<Decisions>({})
  // What was really written, decisions included: the stored import knows only its rows.
  const [written, setWritten] = useState<Outcome | null>(null)
  const previewed = one.status === 'previewed'
  const dirty = previewed && (Object.keys(corrections).length > 0 || Object.keys(decisions).length > 0)
  const release = useLeaveGuard(dirty, t.leave)
  const step = stepOf(one, params.get('buoc'))
  const go = (next: Step) => setParams({ buoc: next })
  useEffect(() => {
    // In braces: a newer browser answers with a promise, which is no clean-up.
    scrollTo(0, 0)
  }, [step])
  const onDone = (done: ChildImport) => {
    queries.setQueryData(importQuery(one.id).queryKey, done)
    void queries.invalidateQueries({ queryKey: ['child-imports', 'list'] })
    void queries.invalidateQueries({ queryKey: ['children'] })
  }
  return (
    <Page
      title={t.title}
      subtitle={t.file(one.file_name)}
      back={{ to: '/tre-em', label: t.back }}
      actions={
        <>
          {previewed ? (
            <LinkButton to="/tre-em/nhap" variant="default">
              {t.otherFile}
            </LinkButton>
          ) : null}
          <History />
        </>
      }
    >
      <Steps now={step} id={previewed ? one.id : null} />
      {!previewed ? (
        <Committed one={one} written={written} onDone={onDone} />
      ) : step === 'cot' ? (
        <ColumnsStep
          one={one}
          held={held}
          corrections={corrections}
          onCorrect={setCorrections}
          decided={Object.keys(decisions).length}
          onRead={(read, file, converted) => {
            release()
            onRead(read, file, converted)
          }}
          onNext={() => go('dong')}
        />
      ) : step === 'dong' ? (
        <Suspense fallback={<ListSkeleton />}>
          <RowsStep one={one} decisions={decisions} onDecide={setDecisions} onNext={() => go('ghi')} />
        </Suspense>
      ) : (
        <CommitStep
          one={one}
          decisions={decisions}
          onDone={(done, sum) => {
            setWritten(sum)
            onDone(done)
          }}
        />
      )}
    </Page>
  )
}
