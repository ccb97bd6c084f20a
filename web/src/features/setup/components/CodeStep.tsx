import { useState } from 'react'
import { useTexts } from '@/lib/i18n'
import { isProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { useProblemText } from '@/ui/ErrorState'
import { TextInput } from '@/ui/inputs'
import { Notice } from '@/ui/Notice'
import { checkCode } from '../queries'
import { setupTexts } from '../texts'
import styles from './setup.module.css'

interface Props {
  /** Something was entered before, perhaps before a reload. */
  begun: boolean
  refused: string | null
  onRight: (code: string) => void
}

/** The code stays in memory: whoever finds the browser open later has to ask the server for another. */
export function CodeStep({ begun, refused, onRight }: Props) {
  const t = useTexts(setupTexts).code
  const problemText = useProblemText()
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState(refused ?? '')
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    if (!code.trim()) {
      setWrong(t.missing)
      return document.getElementById('code')?.focus()
    }
    setBusy(true)
    setWrong('')
    try {
      await checkCode(code)
      onRight(code)
    } catch (error) {
      setWrong(isProblem(error) && error.errors[0] ? error.errors[0].message : problemText(error))
      document.getElementById('code')?.focus()
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className="stack"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <p>{begun ? t.again : t.body}</p>
      <Card>
        <div className="stack">
          <TextInput
            id="code"
            label={t.label}
            description={t.hint}
            className={styles.code}
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            maxLength={40}
            value={code}
            error={wrong}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <div>
            <Button type="submit" loading={busy}>
              {t.submit}
            </Button>
          </div>
        </div>
      </Card>
      <Notice title={t.where}>
        {t.whereBody}
        <code className={styles.command}>{t.command}</code>
      </Notice>
    </form>
  )
}
