import { useState } from 'react'
import type { Task } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { compareVietnamese } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Checkbox, Textarea } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { useAct } from '@/ui/useAct'
import { remindTask, TASK_TOUCHES } from '../queries'
import { taskTexts } from '../texts'

export function RemindDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const t = useTexts(taskTexts).act
  const { act, busy } = useAct(TASK_TOUCHES)
  const open = task.parts
    .filter(
      (part) => !(task.each_unit && part.is_lead) && !['accepted', 'submitted', 'cancelled'].includes(part.status),
    )
    .sort((a, b) => compareVietnamese(a.unit.name, b.unit.name))
  const [units, setUnits] = useState(() => new Set(open.map((part) => part.unit.id)))
  const [message, setMessage] = useState('')
  const [missing, setMissing] = useState(false)
  const send = async () => {
    if (open.length > 0 && units.size === 0) return setMissing(true)
    const ids = open.length > 1 ? [...units] : undefined
    const answer = await act('remind', (key) => remindTask(task, key, message.trim() || undefined, ids), t.reminded)
    if (answer) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t.remindTitle} size="md">
      <div className="stack">
        {open.length > 1 ? (
          <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
            <legend style={{ fontWeight: 600 }}>{t.remindUnits}</legend>
            <div className="cols-2" style={{ gap: 8, marginTop: 8 }}>
              {open.map(({ unit }) => (
                <Checkbox
                  key={unit.id}
                  label={unit.name}
                  checked={units.has(unit.id)}
                  onChange={() => {
                    const next = new Set(units)
                    if (!next.delete(unit.id)) next.add(unit.id)
                    setUnits(next)
                    setMissing(false)
                  }}
                />
              ))}
            </div>
            {missing ? (
              <p role="alert" className="late">
                {t.remindMissing}
              </p>
            ) : null}
          </fieldset>
        ) : null}
        <Textarea
          label={t.message}
          description={t.messageHint}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
          autosize
          minRows={3}
          maxLength={1000}
          data-autofocus
        />
        <Button loading={busy !== null} onClick={() => void send()}>
          {t.send}
        </Button>
      </div>
    </Modal>
  )
}
