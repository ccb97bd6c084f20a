import { useId, type ComponentProps } from 'react'
import styles from './public.module.css'

interface FieldProps extends Omit<ComponentProps<'input'>, 'onChange'> {
  label: string
  hint?: string
  wrong?: string | false | null
  /** Lines instead of one. */
  lines?: number
  onText: (text: string) => void
}

/** The browser's own field: the kit's would be fetched for it alone, on the slowest of networks. */
export function Field({ label, hint, wrong, lines, onText, className, id, ...field }: FieldProps) {
  const own = useId()
  const name = id ?? own
  const common = {
    id: name,
    className: `${styles.input} ${className ?? ''}`,
    'aria-invalid': wrong ? true : undefined,
    'aria-describedby':
      [hint ? `${name}-hint` : '', wrong ? `${name}-wrong` : ''].filter(Boolean).join(' ') || undefined,
    autoComplete: 'off',
  }
  return (
    <div className={styles.field}>
      <label htmlFor={name}>{label}</label>
      {hint ? (
        <p id={`${name}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
      {lines ? (
        <textarea
          rows={lines}
          value={field.value}
          maxLength={field.maxLength}
          onChange={(event) => onText(event.currentTarget.value)}
          {...common}
        />
      ) : (
        <input {...field} onChange={(event) => onText(event.currentTarget.value)} {...common} />
      )}
      {wrong ? (
        <p id={`${name}-wrong`} className={styles.wrong}>
          {wrong}
        </p>
      ) : null}
    </div>
  )
}
