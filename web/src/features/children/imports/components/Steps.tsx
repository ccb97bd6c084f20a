import { IconCheck } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { Link } from 'react-router'
import { useTexts } from '@/lib/i18n'
import { importTexts } from '../texts'
import styles from './imports.module.css'

const STEPS = ['tep', 'cot', 'dong', 'ghi'] as const
export type Step = (typeof STEPS)[number]

/** `id`: the preview whose steps can be gone to and fro; without one they only say where one is. */
export function Steps({ now, id }: { now: Step; id: string | null }) {
  const t = useTexts(importTexts)
  const at = STEPS.indexOf(now)
  return (
    <nav aria-label={t.steps}>
      <ol className={styles.steps}>
        {STEPS.map((step, index) => {
          const mark = (
            <>
              <span className={styles.stepMark} data-done={index < at || undefined} aria-hidden>
                {index < at ? <IconCheck size={18} stroke={2.4} /> : index + 1}
              </span>
              <span>{t.step[step]}</span>
            </>
          )
          const here = step === now
          return (
            <li key={step} data-now={here || undefined} aria-current={here ? 'step' : undefined}>
              {id && !here && step !== 'tep' ? (
                <Link to={`/tre-em/nhap/${id}?buoc=${step}`}>{mark}</Link>
              ) : (
                <span>{mark}</span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

/** The heading of a step takes the focus when the step changes; on arrival the page's own heading has it. */
export function StepHead({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div>
      <h2 ref={heading} tabIndex={-1} data-quiet-focus>
        {title}
      </h2>
      {children ? <p className="muted">{children}</p> : null}
    </div>
  )
}
