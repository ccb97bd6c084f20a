import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { TotpSetup } from '@/api/types'
import { meKey, useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { CopyText } from '@/ui/CopyText'
import { useProblemText } from '@/ui/ErrorState'
import { PasswordInput, TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { StatusTag } from '@/ui/StatusTag'
import { toast } from '@/ui/toast'
import { confirmTotp, disableTotp, startTotp } from '../queries'
import { accountTexts } from '../texts'

export function TotpCard() {
  const t = useTexts(accountTexts).totp
  const { me } = useSession()
  const queries = useQueryClient()
  const problemText = useProblemText()
  const [setup, setSetup] = useState<TotpSetup | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const [stopping, setStopping] = useState(false)
  const refresh = () => void queries.invalidateQueries({ queryKey: meKey })
  const start = async () => {
    try {
      setSetup(await startTotp())
    } catch (error) {
      toast.error(problemText(error))
    }
  }
  return (
    <Card title={t.title}>
      {me.user.totp_enabled ? (
        <div className="row-between">
          <StatusTag tone="green" icon="check">
            {t.on}
          </StatusTag>
          <Button variant="default" size="sm" onClick={() => setStopping(true)}>
            {t.stop}
          </Button>
        </div>
      ) : (
        <div className="stack">
          <p>{t.off}</p>
          <div>
            <Button variant="light" onClick={() => void start()}>
              {t.start}
            </Button>
          </div>
        </div>
      )}
      <Modal opened={setup !== null} onClose={() => setSetup(null)} title={t.start}>
        {setup ? (
          <SetUp
            setup={setup}
            onDone={(recovery) => {
              setSetup(null)
              setCodes(recovery)
              toast.ok(t.started)
            }}
          />
        ) : null}
      </Modal>
      <Modal opened={codes !== null} onClose={() => undefined} must title={t.codes}>
        <div className="stack">
          <p>{t.codesBody}</p>
          <CopyText label={t.codes} text={(codes ?? []).join('\n')} />
          <Button
            onClick={() => {
              setCodes(null)
              refresh()
            }}
          >
            {t.kept}
          </Button>
        </div>
      </Modal>
      <Modal opened={stopping} onClose={() => setStopping(false)} title={t.stopTitle} size="md">
        <Stop
          onDone={() => {
            setStopping(false)
            toast.ok(t.stopped)
            refresh()
          }}
        />
      </Modal>
    </Card>
  )
}

function SetUp({ setup, onDone }: { setup: TotpSetup; onDone: (codes: string[]) => void }) {
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
      onDone((await confirmTotp(otp.trim())).recovery_codes)
    } catch (error) {
      setProblem(problemText(error))
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

function Stop({ onDone }: { onDone: () => void }) {
  const t = useTexts(accountTexts).totp
  const problemText = useProblemText()
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await disableTotp(password)
      onDone()
    } catch (error) {
      setProblem(problemText(error))
    }
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <PasswordInput
        label={t.password}
        autoComplete="current-password"
        value={password}
        error={problem ?? undefined}
        onChange={(event) => setPassword(event.currentTarget.value)}
        data-autofocus
      />
      <div className="row">
        <Button type="submit" color="red">
          {t.stop}
        </Button>
      </div>
    </form>
  )
}
