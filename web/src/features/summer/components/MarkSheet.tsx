import { useState } from 'react'
import type { AttendanceState } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Textarea } from '@/ui/inputs'
import { Sheet } from '@/ui/Modal'
import type { Line } from '../attendance'
import { attendanceTexts } from '../attendanceTexts'
import styles from './attendance.module.css'

const STATES: AttendanceState[] = ['present', 'late', 'excused', 'absent']

interface MarkSheetProps {
  line: Line
  onMark: (marks: { child_id: string; state: AttendanceState; note: string }[]) => void
  onClose: () => void
}

/** Late, excused, a reason: two taps more than the row itself. */
export function MarkSheet({ line, onMark, onClose }: MarkSheetProps) {
  const t = useTexts(attendanceTexts)
  const [state, setState] = useState<AttendanceState>(line.state ?? line.default_state ?? 'present')
  const [note, setNote] = useState(line.note)
  return (
    <Sheet opened onClose={onClose} title={line.full_name}>
      <div className="stack">
        {line.medical_warning || line.can_swim === false ? (
          <p className="today">
            {[line.medical_warning, line.can_swim === false ? t.noSwim : null].filter(Boolean).join(' · ')}
          </p>
        ) : null}
        <fieldset className={styles.states}>
          <legend className="sr-only">{t.sheet.legend}</legend>
          {STATES.map((one) => (
            <Button
              key={one}
              variant={one === state ? 'filled' : 'default'}
              aria-pressed={one === state}
              onClick={() => setState(one)}
            >
              {t.state[one]}
            </Button>
          ))}
        </fieldset>
        <Textarea
          label={t.sheet.note}
          description={t.sheet.noteHint}
          autosize
          minRows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {line.phone ? <a href={`tel:${line.phone}`}>{t.sheet.call(line.phone)}</a> : null}
        <Button
          onClick={() => {
            onMark([{ child_id: line.child_id, state, note: nfc(note) }])
            onClose()
          }}
        >
          {t.sheet.save}
        </Button>
      </div>
    </Sheet>
  )
}
