import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { infoQuery } from '@/api/queries'
import { currentLanguage, setLanguage, useTexts } from '@/lib/i18n'
import { isProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { useProblemText } from '@/ui/ErrorState'
import { FormErrors } from '@/ui/FormErrors'
import { Checkbox, PasswordInput, TextInput } from '@/ui/inputs'
import { DemoAccounts } from './components/DemoAccounts'
import { signIn } from './queries'
import styles from './SignInPage.module.css'
import { authTexts } from './texts'

export default function SignInPage() {
  const t = useTexts(authTexts)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const problemText = useProblemText()
  const [params] = useSearchParams()
  const info = useQuery(infoQuery())
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [otp, setOtp] = useState('')
  const [shared, setShared] = useState(false)
  const [step, setStep] = useState<'password' | 'otp'>('password')
  const [problem, setProblem] = useState<{ fieldId: string | null; message: string } | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const passwordField = useRef<HTMLInputElement>(null)
  useEffect(() => {
    document.title = `${t.title} · Búp Trên Cành`
  }, [t])

  const refuse = (fieldId: string | null, message: string) => {
    setProblem({ fieldId, message })
    setAttempt((n) => n + 1)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!username.trim() || !password) return refuse(username.trim() ? 'password' : 'username', t.missing)
    if (step === 'otp' && !otp.trim()) return refuse('otp', t.missingOtp)
    setBusy(true)
    setProblem(null)
    try {
      const answer = await signIn({ username, password, otp: step === 'otp' ? otp.trim() : undefined, shared })
      // Another person's data must not flash up.
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'info' })
      const next = params.get('tiep')
      const safe = next && next.startsWith('/') && !next.startsWith('//') ? next : '/'
      const work = answer.otp_setup_required ? '/xac-thuc-hai-buoc' : safe
      void navigate(answer.must_change_password ? '/doi-mat-khau' : work, {
        replace: true,
        // Kept in memory only, so that the forced change does not ask for it a second time.
        state: answer.must_change_password ? { current: password } : null,
      })
    } catch (error) {
      if (isProblem(error) && error.code === 'otp_required') setStep('otp')
      else refuse(step === 'otp' ? 'otp' : 'password', problemText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <main className={styles.screen}>
      <div className={styles.brand}>
        <img src="/icon.svg" alt="" width={56} height={56} />
        <p className={styles.product}>Búp Trên Cành</p>
        <p className={styles.motto}>“{t.motto}”</p>
      </div>
      <form className={styles.card} onSubmit={(event) => void submit(event)} noValidate>
        <div>
          <h1>{step === 'otp' ? t.otpTitle : t.title}</h1>
          {info.data?.ward_name ? <p className="muted">{info.data.ward_name}</p> : null}
        </div>
        <FormErrors problems={problem ? [problem] : []} attempt={attempt} />
        {step === 'password' ? (
          <>
            <TextInput
              id="username"
              label={t.username}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              value={username}
              onChange={(event) => setUsername(event.currentTarget.value)}
            />
            <PasswordInput
              id="password"
              ref={passwordField}
              label={t.password}
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Checkbox
              label={t.shared}
              description={shared ? t.sharedHint : undefined}
              checked={shared}
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
          </>
        ) : (
          <TextInput
            id="otp"
            label={t.otp}
            description={t.otpHint}
            autoComplete="one-time-code"
            autoFocus
            value={otp}
            onChange={(event) => setOtp(event.currentTarget.value)}
          />
        )}
        <Button type="submit" fullWidth loading={busy}>
          {step === 'otp' ? t.otpSubmit : t.submit}
        </Button>
        {step === 'otp' ? (
          <Button variant="subtle" onClick={() => setStep('password')}>
            {t.back}
          </Button>
        ) : (
          <p className="second">{t.forgot}</p>
        )}
      </form>
      <Link to="/bao-tin" className={styles.report}>
        <strong>{t.report}</strong>
        <span>{t.reportHint}</span>
      </Link>
      {/* The server's own page: not one of the router's. */}
      <a href="/cong-khai" className={styles.public}>
        {t.publicPage}
      </a>
      {info.data?.demo ? (
        <DemoAccounts
          accounts={info.data.demo_accounts}
          onPick={(name) => {
            setUsername(name)
            setStep('password')
            passwordField.current?.focus()
          }}
        />
      ) : null}
      <Button variant="subtle" onClick={() => setLanguage(currentLanguage() === 'vi' ? 'en' : 'vi')}>
        {t.language}
      </Button>
    </main>
  )
}
