import { useState, type FormEvent } from 'react'
import { useTexts } from '@/lib/i18n'
import { isProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { useProblemText } from '@/ui/ErrorState'
import { PasswordInput } from '@/ui/inputs'
import { accountTexts } from '../texts'

interface PasswordStepProps {
  button: string
  danger?: boolean
  /** Throws what the server refuses; the sentence then stands at the field. */
  onPassword: (password: string) => Promise<void>
}

/** The present password, asked for again: an open screen alone changes nothing of how somebody signs in. */
export function PasswordStep({ button, danger, onPassword }: PasswordStepProps) {
  const t = useTexts(accountTexts).totp
  const problemText = useProblemText()
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!password) return setProblem(t.missingPassword)
    setBusy(true)
    try {
      await onPassword(password)
    } catch (error) {
      const field = isProblem(error) ? error.errors[0]?.message : undefined
      setProblem(field ?? problemText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <PasswordInput
        label={t.password}
        autoComplete="current-password"
        value={password}
        error={problem ?? undefined}
        onChange={(event) => {
          setPassword(event.currentTarget.value)
          setProblem(null)
        }}
        data-autofocus
      />
      <Button type="submit" color={danger ? 'red' : undefined} loading={busy}>
        {button}
      </Button>
    </form>
  )
}
