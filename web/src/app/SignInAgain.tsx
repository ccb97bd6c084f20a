import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { api, take } from '@/api/client'
import { credentials } from '@/api/credentials'
import { useTexts } from '@/lib/i18n'
import { isProblem } from '@/lib/problem'
import { isSharedMachine } from '@/offline/snapshot'
import { Button } from '@/ui/Button'
import { useProblemText } from '@/ui/ErrorState'
import { PasswordInput, TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { signOut, useSession } from './session'
import { appTexts } from './texts'

/** As the same person, in place: the page behind keeps what was typed, and the waiting request goes on. */
export default function SignInAgain() {
  const t = useTexts(appTexts).ended
  const { me } = useSession()
  const queries = useQueryClient()
  const problemText = useProblemText()
  const [password, setPassword] = useState('')
  const [otp, setOtp] = useState('')
  const [needsOtp, setNeedsOtp] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    try {
      const answer = await take(
        api.POST('/api/v1/auth/login', {
          body: {
            username: me.user.username,
            password,
            otp: needsOtp ? otp.trim() : undefined,
            client: 'browser',
            shared_device: isSharedMachine(),
          },
        }),
      )
      credentials.signIn(answer.access_token)
    } catch (error) {
      if (isProblem(error) && error.code === 'otp_required') setNeedsOtp(true)
      else setProblem(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal opened must onClose={() => undefined} title={t.title} size="md">
      <form onSubmit={(event) => void submit(event)} className="stack">
        <p>{t.body}</p>
        <p>
          <strong>{me.user.full_name}</strong> <span className="muted">({me.user.username})</span>
        </p>
        <PasswordInput
          label={t.password}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={problem ?? undefined}
          data-autofocus
        />
        {needsOtp ? (
          <TextInput
            label={t.otp}
            description={t.otpHint}
            autoComplete="one-time-code"
            value={otp}
            onChange={(event) => setOtp(event.currentTarget.value)}
            autoFocus
          />
        ) : null}
        <div className="row">
          <Button type="submit" loading={busy}>
            {t.go}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              void signOut(queries).then(() => location.assign('/dang-nhap'))
            }}
          >
            {t.leave}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
