import { Checkbox } from '@/ui/inputs'

interface ChecksFieldProps<V extends string> {
  id: string
  label: string
  hint?: string
  choices: [value: V, label: string][]
  value?: V[]
  onChange: (value: V[]) => void
  error?: unknown
}

/** Some of a few: all of them in sight, since what is allowed should be read and not searched. */
export function ChecksField<V extends string>({
  id,
  label,
  hint,
  choices,
  value = [],
  onChange,
  error,
}: ChecksFieldProps<V>) {
  const toggle = (one: V, on: boolean) => onChange(on ? [...value, one] : value.filter((other) => other !== one))
  return (
    <fieldset
      className="stack-2"
      id={id}
      tabIndex={-1}
      data-quiet-focus
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend>
        <strong>{label}</strong>
      </legend>
      {hint ? <p className="second">{hint}</p> : null}
      {choices.map(([one, text]) => (
        <Checkbox
          key={one}
          label={text}
          checked={value.includes(one)}
          onChange={(event) => toggle(one, event.currentTarget.checked)}
        />
      ))}
      {error ? (
        <p id={`${id}-error`} className="small" style={{ color: 'var(--red-text, #b42318)' }}>
          {String(error)}
        </p>
      ) : null}
    </fieldset>
  )
}
