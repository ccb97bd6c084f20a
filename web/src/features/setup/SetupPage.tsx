import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { setupQuery } from '@/api/queries'
import { useTexts } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { isProblem } from '@/lib/problem'
import { Button, LinkButton } from '@/ui/Button'
import { useProblemText } from '@/ui/ErrorState'
import { FormErrors, type FormProblem } from '@/ui/FormErrors'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { whereIs, wrongIn, type Wrong } from './checks'
import { CodeStep } from './components/CodeStep'
import { PeopleStep } from './components/PeopleStep'
import { PlacesStep } from './components/PlacesStep'
import { ReviewStep } from './components/ReviewStep'
import styles from './components/setup.module.css'
import { SetupFrame } from './components/SetupFrame'
import { Slips } from './components/Slips'
import { UnitsStep } from './components/UnitsStep'
import { WardStep } from './components/WardStep'
import { toSetup } from './draft'
import { setUp, type SetupDone } from './queries'
import { setupTexts } from './texts'
import { useSetupDraft } from './useSetup'

const LAST = 6

export default function SetupPage() {
  const t = useTexts(setupTexts)
  const [done, setDone] = useState<SetupDone | null>(null)
  const query = useQuery(setupQuery)
  return (
    <SetupFrame>
      {done ? (
        <Slips done={done} />
      ) : (
        <QueryView query={query}>
          {({ needed }) =>
            needed ? (
              <Wizard onDone={setDone} />
            ) : (
              <Page title={t.over.title} narrow>
                <Notice actions={<LinkButton to="/dang-nhap">{t.over.go}</LinkButton>}>{t.over.body}</Notice>
              </Page>
            )
          }
        </QueryView>
      )}
    </SetupFrame>
  )
}

function Wizard({ onDone }: { onDone: (done: SetupDone) => void }) {
  const t = useTexts(setupTexts)
  const queries = useQueryClient()
  const problemText = useProblemText()
  const [isDone, setIsDone] = useState(false)
  const { draft, begun, change } = useSetupDraft(isDone)
  const [code, setCode] = useState('')
  const [secrets, setSecrets] = useState({ password: '', again: '' })
  const [wrong, setWrong] = useState<Wrong>({})
  const [failure, setFailure] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const key = useRef(newId())
  const top = useRef<HTMLDivElement>(null)
  // Without the code in memory every step begins with it; afterwards the person is where they were.
  const step = code ? Math.max(draft.step, 2) : 1

  const go = (next: number) => {
    setWrong({})
    setFailure(null)
    change({ step: next })
    requestAnimationFrame(() => top.current?.querySelector('h1')?.focus())
    scrollTo({ top: 0 })
  }
  const refuse = (mistakes: Wrong, words: string | null) => {
    setWrong(mistakes)
    setFailure(words)
    setAttempt((n) => n + 1)
  }
  const forward = () => {
    const mistakes = wrongIn(step, draft, secrets, t.words, t.wrong)
    if (Object.keys(mistakes).length > 0) refuse(mistakes, null)
    else go(step + 1)
  }
  const confirm = async () => {
    for (const at of [2, 3, 4, 5]) {
      const mistakes = wrongIn(at, draft, secrets, t.words, t.wrong)
      if (Object.keys(mistakes).length === 0) continue
      change({ step: at })
      return refuse(mistakes, null)
    }
    setBusy(true)
    setFailure(null)
    try {
      const done = await setUp(code, toSetup(draft, t.words, secrets.password), key.current)
      setIsDone(true)
      queries.setQueryData(setupQuery.queryKey, { needed: false })
      void queries.invalidateQueries({ queryKey: ['info'] })
      onDone(done)
    } catch (error) {
      if (isProblem(error)) key.current = newId()
      if (isProblem(error, 409)) return void queries.invalidateQueries({ queryKey: setupQuery.queryKey })
      const errors = isProblem(error) ? error.errors : []
      const places = errors.map((one) => ({ ...whereIs(one.field, draft, t.words), message: one.message }))
      const first = Math.min(...places.map((place) => place.step))
      if (places.length === 0) return refuse({}, problemText(error))
      if (first === 1) {
        setCode('')
        return refuse({}, places[0]!.message)
      }
      change({ step: first })
      const here = places.filter((place) => place.step === first)
      const named = here.flatMap(({ fieldId, message }) => (fieldId ? [[fieldId, message] as const] : []))
      const rest = here.filter((place) => !place.fieldId).map((place) => place.message)
      refuse(Object.fromEntries(named), rest.join(' ') || null)
    } finally {
      setBusy(false)
    }
  }

  const problems: FormProblem[] = Object.entries(wrong).map(([fieldId, message]) => ({ fieldId, message }))
  if (failure && step > 1) problems.push({ fieldId: null, message: failure })
  const props = { draft, change, wrong }
  return (
    <div ref={top}>
      <Page
        key={step}
        title={t.steps[step]!}
        tab={`${t.title}: ${t.steps[step]}`}
        subtitle={`${t.title} · ${t.step(step, LAST)}`}
      >
        <nav aria-label={t.title}>
          <ol className={styles.steps}>
            {Array.from({ length: LAST }, (_, at) => at + 1).map((number) => (
              <li key={number}>
                <button
                  type="button"
                  aria-current={number === step ? 'step' : undefined}
                  disabled={!code || number === 1 || number > step}
                  onClick={() => go(number)}
                >
                  {number}. <span className={number === step ? undefined : styles.word}>{t.steps[number]}</span>
                </button>
              </li>
            ))}
          </ol>
        </nav>
        <FormErrors problems={problems} attempt={attempt} />
        {step === 1 ? (
          <CodeStep
            key={failure}
            begun={begun || draft.step > 1}
            refused={failure}
            onRight={(right) => {
              setCode(right)
              go(Math.max(draft.step, 2))
            }}
          />
        ) : (
          <form
            className="stack"
            noValidate
            autoComplete="off"
            onSubmit={(event) => {
              event.preventDefault()
              if (step === LAST) void confirm()
              else forward()
            }}
          >
            {step === 2 ? <WardStep {...props} /> : null}
            {step === 3 ? <UnitsStep {...props} /> : null}
            {step === 4 ? <PlacesStep {...props} /> : null}
            {step === 5 ? <PeopleStep {...props} secrets={secrets} setSecrets={setSecrets} /> : null}
            {step === 6 ? <ReviewStep draft={draft} secrets={secrets} go={go} /> : null}
            {busy ? <Notice live>{t.review.busy}</Notice> : null}
            <div className={styles.foot}>
              {step > 2 ? (
                <Button variant="default" onClick={() => go(step - 1)}>
                  {t.back}
                </Button>
              ) : (
                <span />
              )}
              <Button type="submit" loading={busy}>
                {step === LAST ? t.review.submit : t.next}
              </Button>
            </div>
            <p className="second">{t.kept}</p>
          </form>
        )}
      </Page>
    </div>
  )
}
