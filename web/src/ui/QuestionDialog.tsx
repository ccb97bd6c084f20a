import { useState } from 'react'
import { useTexts } from '@/lib/i18n'
import { Button } from './Button'
import type { Question, Reply } from './ConfirmDialog'
import styles from './QuestionDialog.module.css'
import { Textarea } from './inputs'
import { Modal } from './Modal'
import { uiTexts } from './texts'

export default function QuestionDialog({
  question,
  onReply,
}: {
  question: Question
  onReply: (answer: Reply) => void
}) {
  const t = useTexts(uiTexts)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const confirm = () => {
    if (question.reason && !reason.trim()) {
      setMissing(true)
      return
    }
    onReply({ yes: true, reason: reason.trim() })
  }
  return (
    <Modal opened onClose={() => onReply({ yes: false })} title={question.title} size="md">
      <div className="stack">
        {question.body ? <div>{question.body}</div> : null}
        {question.reason ? (
          <Textarea
            label={question.reason.label}
            description={question.reason.hint}
            error={missing ? question.reason.missing : undefined}
            value={reason}
            onChange={(event) => {
              setReason(event.currentTarget.value)
              setMissing(false)
            }}
            autosize
            minRows={3}
            maxLength={2000}
            data-autofocus
          />
        ) : null}
        <div className={styles.actions}>
          <Button
            variant="default"
            onClick={() => onReply({ yes: false })}
            data-autofocus={!question.reason || undefined}
          >
            {t.cancel}
          </Button>
          <Button color={question.danger ? 'red' : undefined} onClick={confirm}>
            {question.confirm}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
