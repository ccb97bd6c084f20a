import { useId } from 'react'
import styles from './ProgressField.module.css'

const STEPS = [0, 25, 50, 75, 100]

interface ProgressFieldProps {
  label: string
  value: number
  onChange: (value: number) => void
}

/** The browser's own slider: works with thumb, keyboard and screen reader; big steps as buttons beside it. */
export function ProgressField({ label, value, onChange }: ProgressFieldProps) {
  const id = useId()
  return (
    <div>
      <div className="row-between">
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        <output htmlFor={id} className={styles.value}>
          {value}%
        </output>
      </div>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={5}
        value={value}
        className={styles.range}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
      <div className={styles.steps}>
        {STEPS.map((step) => (
          <button
            key={step}
            type="button"
            className={styles.step}
            aria-pressed={value === step}
            onClick={() => onChange(step)}
          >
            {step}%
          </button>
        ))}
      </div>
    </div>
  )
}
