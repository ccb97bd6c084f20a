import styles from './FlagButton.module.css'

interface FlagButtonProps {
  on: boolean
  label: string
  onToggle: () => void
}

/** A filter that is on or off, beside the search. */
export function FlagButton({ on, label, onToggle }: FlagButtonProps) {
  return (
    <button type="button" className={styles.flag} aria-pressed={on} onClick={onToggle}>
      {label}
    </button>
  )
}
