import { useId } from 'react'
import type { Inspection, InspectionVisit } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { TextInput } from '@/ui/inputs'
import type { Answers } from '../visitForm'
import { inspectionTexts } from '../texts'
import styles from './inspections.module.css'

type Result = InspectionVisit['answers'][number]['result']
const RESULTS: Result[] = ['met', 'not_met', 'not_applicable']

interface ChecklistProps {
  topics: Inspection['topics']
  answers: Answers
  onChange: (answers: Answers) => void
}

/** One tap a line, large enough for a thumb outdoors. */
export function Checklist({ topics, answers, onChange }: ChecklistProps) {
  const t = useTexts(inspectionTexts)
  const prefix = useId()
  return (
    <div className="stack">
      {topics.map(({ code = '', text }) => {
        const answer = answers[code]
        const set = (change: Partial<Answers[string]>) =>
          onChange({ ...answers, [code]: { result: 'met', note: '', ...answer, ...change } })
        return (
          <fieldset key={code} className={styles.group}>
            <legend>{text}</legend>
            <div className="stack-2">
              <div className={styles.choices}>
                {RESULTS.map((result) => (
                  <label key={result} className={styles.choice}>
                    <input
                      type="radio"
                      name={`${prefix}${code}`}
                      checked={answer?.result === result}
                      onChange={() => set({ result })}
                    />
                    <span>{t.result[result]}</span>
                  </label>
                ))}
              </div>
              {answer ? (
                <TextInput
                  label={t.visit.note}
                  aria-label={`${t.visit.note}: ${text}`}
                  maxLength={1000}
                  value={answer.note}
                  onChange={(event) => set({ note: event.currentTarget.value })}
                />
              ) : null}
            </div>
          </fieldset>
        )
      })}
    </div>
  )
}
