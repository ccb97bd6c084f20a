import { useEffect, useRef } from 'react'
import { useTexts } from '@/lib/i18n'
import styles from './FormErrors.module.css'
import { uiTexts } from './texts'

export interface FormProblem {
  fieldId: string | null
  message: string
}

/** On top of the form, takes the focus when a save was refused, each line leads to its field. */
export function FormErrors({ problems, attempt }: { problems: FormProblem[]; attempt: number }) {
  const t = useTexts(uiTexts)
  const box = useRef<HTMLDivElement>(null)
  const any = problems.length > 0
  useEffect(() => {
    if (any) box.current?.focus()
  }, [any, attempt])
  if (!any) return null
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles.box} data-quiet-focus>
      <p className={styles.title}>{t.errors(problems.length)}</p>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.fieldId}${problem.message}`}>
            {problem.fieldId ? (
              <a
                href={`#${problem.fieldId}`}
                onClick={(event) => {
                  event.preventDefault()
                  const field = document.getElementById(problem.fieldId!)
                  field?.focus()
                  field?.scrollIntoView({ block: 'center' })
                }}
              >
                {problem.message}
              </a>
            ) : (
              problem.message
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
