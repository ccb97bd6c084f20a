import { useState, type FormEvent } from 'react'
import type { TotpSetup } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { isProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { CopyText } from '@/ui/CopyText'
import { useProblemText } from '@/ui/ErrorState'
import { TextInput } from '@/ui/inputs'
import { confirmTotp, startTotp } from '../queries'
import { accountTexts } from '../texts'
import { PasswordStep } from './PasswordStep'

/** From the password over the telephone to the codes for paper, which the page around shows until they are kept. */
export function TotpSteps({ onCodes }: { onCodes: (codes: string[]) => void }) {
  const t = useTexts(accountTexts).totp
  const [setup, setSetup] = useState<TotpSetup | null>(null)
  if (setup) return <Scan setup={setup} onCodes={onCodes} />
  return <PasswordStep button={t.next} onPassword={async (password) => setSetup(await startTotp(password))} />
}

export function PaperCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const t = useTexts(accountTexts).totp
  return (
    <div className="stack">
      <p>{t.codesBody}</p>
      <CopyText label={t.codes} text={codes.join('\n')} />
      <Button onClick={onKept}>{t.kept}</Button>
    </div>
  )
}

function Scan({ setup, onCodes }: { setup: TotpSetup; onCodes: (codes: string[]) => void }) {
  const t = useTexts(accountTexts).totp
  const problemText = useProblemText()
  const [otp, setOtp] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!/^\d{6}$/.test(otp.trim())) return setProblem(t.missing)
    setBusy(true)
    try {
      onCodes((await confirmTotp(otp.trim())).recovery_codes)
    } catch (error) {
      const field = isProblem(error) ? error.errors[0]?.message : undefined
      setProblem(field ?? problemText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <p>{t.scan}</p>
      <img
        src={`data:image/png;base64,${setup.qr_png_base64}`}
        alt={t.qr}
        width={200}
        height={200}
        style={{ imageRendering: 'pixelated', alignSelf: 'center' }}
      />
      <p>{t.manual}</p>
      <CopyText label={t.secret} text={setup.secret} />
      <TextInput
        label={t.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        value={otp}
        error={problem ?? undefined}
        onChange={(event) => {
          setOtp(event.currentTarget.value)
          setProblem(null)
        }}
      />
      <Button type="submit" loading={busy}>
        {t.confirm}
      </Button>
    </form>
  )
}
