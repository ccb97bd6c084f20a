import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Case, CaseCatalogue, CaseForm } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { isProblem, type FieldProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { useProblemText } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { StaleCompare } from '@/ui/StaleCompare'
import { toast } from '@/ui/toast'
import { useLeaveGuard } from '@/ui/useLeaveGuard'
import * as acts from '../acts'
import { fileTexts } from '../components/texts'
import { formTexts } from './texts'
import { CASE_TOUCHES } from '../queries'
import type { FormKind } from '../steps'
import { FormFields } from './FormFields'
import { tidy, type Content } from './merge'
import { idOf, inOrder, pathOf } from './model'
import { SaveBar } from './SaveBar'
import { useForm } from './useForm'
import { labelOf, valueOf } from './words'

interface EditorProps {
  of: Case
  form: CaseForm
  catalogue: CaseCatalogue
  kind: FormKind
  mayComplete: boolean
  /** It begins with an earlier one that is complete. */
  isEarlier: boolean
}

const complete = (of: Case, kind: FormKind, key: string) => {
  switch (kind) {
    case 'initial_assessment':
      return acts.assess(of, key, 'initial')
    case 'detailed_assessment':
      return acts.assess(of, key, 'detailed')
    case 'needs_meeting':
      return acts.meet(of, key)
    case 'support_plan':
      return acts.submitPlan(of, key)
    case 'review':
      return acts.review(of, key)
  }
}

export function FormEditor({ of, form, catalogue, kind, mayComplete, isEarlier }: EditorProps) {
  const t = useTexts(formTexts)
  const words = useTexts(fileTexts).forms
  const problemText = useProblemText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { keeper, view, restored } = useForm(form, true)
  const [missing, setMissing] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const [putOff, setPutOff] = useState<unknown>(null)
  const leave = useLeaveGuard(view.state === 'unsafe', t.leave)
  const errors: Record<string, string> = {
    ...missing,
    ...Object.fromEntries(view.errors.map((one) => [pathOf(one.field), one.message])),
  }
  const wrong = inOrder(Object.keys(errors), kind, catalogue)
  const change = (content: Content, path: string) => {
    keeper.change(content)
    // What is being mended is not wrong any more; whether it is right the server says.
    const gone = Object.keys(missing).filter((one) => one === path || one.startsWith(`${path}.`))
    const list = path.split('.')[0] ?? ''
    if (gone.length > 0 || missing[list]) {
      setMissing(Object.fromEntries(Object.entries(missing).filter(([one]) => !gone.includes(one) && one !== list)))
    }
  }
  const goTo = (path: string | undefined) => {
    const field = path ? document.getElementById(idOf(path)) : null
    field?.closest('details')?.setAttribute('open', '')
    field?.focus({ preventScroll: true })
    field?.scrollIntoView({ block: 'center' })
  }
  const showErrors = (found: FieldProblem[]) => {
    const next = Object.fromEntries(found.map((one) => [pathOf(one.field), one.message]))
    setMissing(next)
    const first = inOrder(Object.keys(next), kind, catalogue)[0]
    setTimeout(() => goTo(first), 50)
  }
  const finish = async () => {
    setBusy(true)
    try {
      // Blank rows go first: the server names rows by their number.
      keeper.change(tidy(view.content))
      if (!(await keeper.save())) {
        toast.error(keeper.view.problem ? problemText(keeper.view.problem) : t.first)
        return
      }
      await complete(of, kind, newId())
      leave()
      toast.ok(t.completed[kind])
      for (const queryKey of CASE_TOUCHES) void queries.invalidateQueries({ queryKey })
      void navigate(`/ho-so/${of.id}`)
    } catch (error) {
      if (isProblem(error, 422) && error.errors.length > 0) showErrors(error.errors)
      else toast.error(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Page
      title={words.name[kind]}
      // The tab's name is kept in the browser's history: it holds the code, never the name.
      tab={t.tab(words.short[kind], of.code)}
      back={{ to: `/ho-so/${of.id}`, label: of.code }}
      subtitle={
        <>
          {of.child.full_name ? <strong>{of.child.full_name}. </strong> : null}
          {t.intro[kind]}
        </>
      }
      narrow
    >
      {mayComplete ? null : <Notice>{t.notNow}</Notice>}
      {isEarlier && !view.mergedWith ? <Notice>{t.earlier}</Notice> : null}
      {restored ? <Notice tone="ok">{t.restored}</Notice> : null}
      {view.mergedWith ? <Notice tone="warn">{t.merged(view.mergedWith)}</Notice> : null}
      {view.completed && !isEarlier ? <Notice tone="warn">{t.completedMeanwhile}</Notice> : null}
      <form className="stack" onSubmit={(event) => event.preventDefault()} noValidate autoComplete="off">
        <FormFields {...{ kind, catalogue }} content={view.content} onChange={change} error={(path) => errors[path]} />
      </form>
      <SaveBar view={view}>
        {view.state === 'conflict' ? (
          <Button onClick={() => setPutOff(null)}>{t.choose}</Button>
        ) : (
          <>
            {wrong.length > 0 ? (
              <Button variant="default" onClick={() => goTo(wrong[0])}>
                {t.left(wrong.length)}
              </Button>
            ) : null}
            {mayComplete ? (
              <Button loading={busy} onClick={() => void finish()}>
                {t.complete[kind]}
              </Button>
            ) : null}
          </>
        )}
      </SaveBar>
      {view.state === 'conflict' && putOff !== view.conflicts ? (
        <StaleCompare
          differences={view.conflicts.map(({ path, mine, theirs }) => ({
            field: path,
            label: labelOf(path, catalogue, t),
            mine: valueOf(path, mine, t),
            theirs: valueOf(path, theirs, t),
          }))}
          onCancel={() => setPutOff(view.conflicts)}
          onResolve={(mine) => keeper.resolve(mine)}
        />
      ) : null}
    </Page>
  )
}
