import type { Case } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { usePhone } from '@/ui/DataTable'
import { fileTexts } from './texts'
import { currentStep, STEPS } from '../steps'
import styles from './file.module.css'

/** The steps of the law; on the phone the word of the current one stands below the row. */
export function Stepper({ of }: { of: Case }) {
  const t = useTexts(fileTexts)
  const current = currentStep(of)
  const at = current ? STEPS.indexOf(current) : of.status === 'closed' ? STEPS.length : -1
  if (at < 0) return null
  const state = (index: number) => (index < at ? 'done' : index === at ? 'now' : 'later')
  return (
    <ol className={styles.steps} aria-label={t.steps}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          className={styles.step}
          data-state={state(index)}
          aria-current={index === at ? 'step' : undefined}
        >
          <span>
            {t.step[step]}
            {index < at ? <span className="sr-only"> ({t.stepDone})</span> : null}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** "Bước 3/8: Đánh giá cụ thể", where the words of the row are not seen. */
export function StepWord({ of }: { of: Case }) {
  const t = useTexts(fileTexts)
  const phone = usePhone()
  const current = currentStep(of)
  return current && phone ? (
    <p className="second">{t.stepOf(STEPS.indexOf(current) + 1, STEPS.length, t.step[current])}</p>
  ) : null
}
