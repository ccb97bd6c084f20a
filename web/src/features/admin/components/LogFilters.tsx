import type { ReactNode } from 'react'
import { Button } from '@/ui/Button'
import { usePhone } from '@/ui/DataTable'
import styles from './LogFilters.module.css'

interface LogFiltersProps {
  /** How many are chosen. */
  count: number
  onClear: () => void
  t: { filters: (n: number) => string; clear: string }
  children: ReactNode
}

/** The fields by which a log is filtered; on a phone folded, so that the list is seen. */
export function LogFilters({ count, onClear, t, children }: LogFiltersProps) {
  const phone = usePhone()
  const fields = (
    <div className={`${styles.filters} no-print`}>
      {children}
      {count > 0 ? (
        <Button variant="subtle" className={styles.clear} onClick={onClear}>
          {t.clear}
        </Button>
      ) : null}
    </div>
  )
  if (!phone) return fields
  return (
    <details className={`${styles.fold} no-print`}>
      <summary>{t.filters(count)}</summary>
      {fields}
    </details>
  )
}
