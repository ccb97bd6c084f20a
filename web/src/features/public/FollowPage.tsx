import { useState, type FormEvent } from 'react'
import { api, take } from '@/api/client'
import { useTexts } from '@/lib/i18n'
import { isOffline, isProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { useProblemText } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { CallNow } from './components/CallNow'
import { Field } from './components/Field'
import styles from './components/public.module.css'
import { PublicFrame } from './components/PublicFrame'
import { publicTexts } from './texts'

type Answer = Awaited<ReturnType<typeof follow>>

const follow = (code: string) => take(api.GET('/api/v1/public/concerns/{code}', { params: { path: { code } } }))

const plain = (typed: string) => typed.replace(/[^a-z0-9]/gi, '').toUpperCase()

/** The code is typed and stays on the page: in the address it would stand in the history of a shared phone. */
export default function FollowPage() {
  const t = useTexts(publicTexts).follow
  const problemText = useProblemText()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState('')
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const code = plain(typed)
    setAnswer(null)
    if (code.length !== 12) {
      setWrong(code ? t.short : t.missing)
      return document.getElementById('code')?.focus()
    }
    setBusy(true)
    setWrong('')
    try {
      setAnswer(await follow(code))
    } catch (error) {
      setWrong(isProblem(error, 404) ? t.unknown : isOffline(error) ? t.offline : problemText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <PublicFrame>
      <Page title={t.title} back={{ to: '/bao-tin', label: t.back }}>
        <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate autoComplete="off">
          <Field
            id="code"
            label={t.code}
            hint={t.hint}
            wrong={wrong}
            className={styles.typed}
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={20}
            value={typed}
            onText={(text) => {
              setTyped(text)
              setWrong('')
            }}
          />
          <Button type="submit" size="lg" fullWidth loading={busy}>
            {t.show}
          </Button>
        </form>
        {answer ? (
          <Notice tone={answer.status === 'done' ? 'ok' : 'info'} live title={t.status[answer.status]}>
            {answer.message}
          </Notice>
        ) : null}
        <CallNow />
      </Page>
    </PublicFrame>
  )
}
