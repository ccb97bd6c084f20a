import { useState } from 'react'
import type { Referral } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Textarea } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { useAct } from '@/ui/useAct'
import { answerReferral, REFERRAL_TOUCHES, type Answer } from '../queries'
import { inboxTexts } from '../texts'

interface DialogProps {
  referral: Referral
  answer: Answer
  onClose: () => void
}

export function AnswerDialog({ referral, answer, onClose }: DialogProps) {
  const t = useTexts(inboxTexts).act
  const { act, busy } = useAct(REFERRAL_TOUCHES)
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const send = async () => {
    if (answer !== 'accept' && !note.trim()) return setMissing(true)
    const done = await act('answer', (key) => answerReferral(referral, answer, key, nfc(note)), t.done[answer])
    if (done) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t.title[answer]} size="md">
      <div className="stack">
        <p>{t.body[answer]}</p>
        <Textarea
          label={t.note[answer]}
          description={answer === 'accept' ? t.noteHint : undefined}
          error={missing && answer !== 'accept' ? t.missing[answer] : undefined}
          autosize
          minRows={3}
          maxLength={4000}
          autoComplete="off"
          data-autofocus
          value={note}
          onChange={(event) => {
            setNote(event.currentTarget.value)
            setMissing(false)
          }}
        />
        <div>
          <Button color={answer === 'refuse' ? 'red' : undefined} loading={busy !== null} onClick={() => void send()}>
            {t[answer]}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
