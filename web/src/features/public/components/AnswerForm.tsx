import { useRef, useState, type FormEvent } from 'react'
import { api, on, take } from '@/api/client'
import { newId } from '@/lib/ids'
import { useTexts } from '@/lib/i18n'
import { isOffline } from '@/lib/problem'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { useProblemText } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { publicTexts } from '../texts'
import { Field } from './Field'
import styles from './public.module.css'

type Choice = 'accept' | 'refuse'

export function AnswerForm({ token, onDone }: { token: string; onDone: (answer: Choice) => void }) {
  const t = useTexts(publicTexts).reply
  const problemText = useProblemText()
  const [choice, setChoice] = useState<Choice | null>(null)
  const [name, setName] = useState('')
  const [note, setNote] = useState('')
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const [failure, setFailure] = useState('')
  const [busy, setBusy] = useState(false)
  const key = useRef(newId())
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const faults: Record<string, string> = {}
    if (!choice) faults['choice'] = t.choiceMissing
    if (!name.trim()) faults['name'] = t.nameMissing
    if (choice === 'refuse' && !note.trim()) faults['note'] = t.noteMissing
    setWrong(faults)
    setFailure('')
    const [first] = Object.keys(faults)
    if (first || !choice) return document.getElementById(first ?? 'choice')?.focus()
    setBusy(true)
    try {
      const body = { token, accept: choice === 'accept', name: nfc(name), note: nfc(note) }
      await take(api.POST('/api/v1/public/referrals/answer', { ...on(null, key.current), body }))
      onDone(choice)
    } catch (error) {
      setFailure(isOffline(error) ? t.offlineBody : problemText(error) || t.failed)
    } finally {
      setBusy(false)
    }
  }
  const one = (value: Choice, label: string) => (
    <label className={styles.switch}>
      <input
        type="radio"
        name="choice"
        id={value === 'accept' ? 'choice' : undefined}
        checked={choice === value}
        onChange={() => {
          setChoice(value)
          setWrong({})
        }}
      />
      {label}
    </label>
  )
  return (
    <Card title={t.answerTitle}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate autoComplete="off">
        <fieldset className={styles.choices}>
          <legend className={styles.legend}>{t.choice}</legend>
          {one('accept', t.accept)}
          {one('refuse', t.refuse)}
          {wrong['choice'] ? <p className={styles.wrong}>{wrong['choice']}</p> : null}
        </fieldset>
        <Field id="name" label={t.name} wrong={wrong['name']} maxLength={120} value={name} onText={setName} />
        <Field
          id="note"
          label={t.note}
          hint={choice === 'refuse' ? t.noteRefuse : t.noteAccept}
          wrong={wrong['note']}
          lines={3}
          className={styles.small}
          maxLength={4_000}
          value={note}
          onText={setNote}
        />
        {failure ? (
          <Notice tone="danger" live>
            {failure}
          </Notice>
        ) : null}
        <p className="second">{t.once}</p>
        <Button type="submit" size="lg" fullWidth loading={busy}>
          {t.send}
        </Button>
      </form>
    </Card>
  )
}
