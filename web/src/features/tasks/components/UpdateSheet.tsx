import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { Task } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { outbox } from '@/offline/useOutbox'
import { Button } from '@/ui/Button'
import { FormErrors } from '@/ui/FormErrors'
import { Checkbox, Textarea } from '@/ui/inputs'
import { Sheet } from '@/ui/Modal'
import { NumberInput } from '@/ui/NumberInput'
import { PhotoButton } from '@/ui/PhotoButton'
import { ProgressField } from '@/ui/ProgressField'
import { uiTexts } from '@/ui/texts'
import { toast } from '@/ui/toast'
import { TASK_TOUCHES } from '../queries'
import { taskTexts } from '../texts'

interface UpdateSheetProps {
  task: Task
  finish?: boolean
  onClose: () => void
}

/** Three taps: "Cập nhật" → photo → "Gửi". It goes through the outbox, so that a place without signal loses nothing. */
export function UpdateSheet({ task, finish = false, onClose }: UpdateSheetProps) {
  const t = useTexts(taskTexts).sheet
  const photo = useTexts(uiTexts).photo
  const queries = useQueryClient()
  const before = task.my_part?.progress ?? task.progress
  const [progress, setProgress] = useState(finish ? 100 : before)
  const [actual, setActual] = useState<number | string>(task.my_part?.actual ?? task.actual ?? '')
  const [note, setNote] = useState('')
  const [files, setFiles] = useState<File[]>([])
  const [done, setDone] = useState(finish)
  const [problem, setProblem] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const canFinish = task.allowed_actions.includes('submit')
  const refuse = (message: string) => {
    setProblem(message)
    setAttempt((n) => n + 1)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const finishing = done && canFinish
    const nothing =
      files.length === 0 &&
      !note.trim() &&
      progress === before &&
      !finishing &&
      (actual === '' || actual === task.actual)
    if (nothing) return refuse(t.nothing)
    if (finishing && task.evidence_count + files.length < task.evidence_required) {
      return refuse(t.evidenceMissing(task.evidence_required))
    }
    setBusy(true)
    const result = await outbox.send({
      kind: finishing ? 'task_submit' : 'task_update',
      object: `task:${task.id}`,
      title: task.title,
      files,
      body: {
        task_id: task.id,
        ...(finishing ? {} : { kind: 'progress' }),
        progress: finishing ? 100 : progress,
        actual: actual === '' ? undefined : Number(actual),
        note: note.trim() || undefined,
      },
    })
    setBusy(false)
    if (result.outcome === 'held') {
      // The form is still here: the person corrects it, and the refused copy must not be sent beside it.
      await outbox.remove(result.job)
      return refuse(result.job.problem?.message || t.refused)
    }
    if (result.outcome === 'sent') toast.ok(finishing ? t.submitted : t.sent)
    else toast.info(t.queued)
    for (const queryKey of TASK_TOUCHES) void queries.invalidateQueries({ queryKey })
    onClose()
  }
  return (
    <Sheet opened onClose={onClose} title={t.title}>
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate style={{ paddingBottom: 16 }}>
        <p className="second">{task.title}</p>
        <FormErrors problems={problem ? [{ fieldId: null, message: problem }] : []} attempt={attempt} />
        <PhotoButton files={files} onChange={setFiles} documents />
        {files.length > 0 ? <p className="small muted">{photo.stripped}</p> : null}
        {done ? null : <ProgressField label={t.progress} value={progress} onChange={setProgress} />}
        {task.target !== null && task.target !== undefined ? (
          <NumberInput
            label={t.actual(task.measure ?? '')}
            description={t.of(`${formatNumber(task.target)} ${task.measure ?? ''}`.trim())}
            min={0}
            value={actual}
            onChange={setActual}
            decimalSeparator=","
            thousandSeparator="."
          />
        ) : null}
        <Textarea
          label={t.note}
          description={t.noteHint}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={4000}
        />
        {canFinish ? (
          <Checkbox label={t.finish} checked={done} onChange={(event) => setDone(event.currentTarget.checked)} />
        ) : null}
        <Button type="submit" fullWidth loading={busy}>
          {t.send}
        </Button>
      </form>
    </Sheet>
  )
}
