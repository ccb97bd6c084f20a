import { useId } from 'react'
import type { SafetyItem } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { safetyTexts } from '../texts'
import styles from './safety.module.css'

const ANSWERS = ['ready', 'missing', 'not_needed'] as const

interface Props {
  item: SafetyItem
  onChange: (answer: SafetyItem['answer']) => void
}

/** Three large answers for a thumb; radios for the keyboard and the screen reader. */
export function AnswerButtons({ item, onChange }: Props) {
  const t = useTexts(safetyTexts).answer
  const name = useId()
  return (
    <fieldset className={styles.answers}>
      <legend className={styles.point}>{item.label}</legend>
      <div className={styles.choices}>
        {ANSWERS.map((answer) => (
          <label key={answer} className={styles.choice} data-answer={answer}>
            <input
              type="radio"
              name={name}
              value={answer}
              checked={item.answer === answer}
              onChange={() => onChange(answer)}
            />
            <span>{t[answer]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
