import type { UserRef } from '@/api/types'
import { initials } from '@/lib/text'
import styles from './PersonName.module.css'

export function PersonName({ person, unit = false }: { person: UserRef | null | undefined; unit?: boolean }) {
  if (!person) return null
  const second = [...new Set([person.position, unit ? person.unit_name : null])].filter(Boolean).join(', ')
  return (
    <span>
      <strong className={styles.name}>{person.full_name}</strong>
      {second ? <span className="muted"> · {second}</span> : null}
    </span>
  )
}

export function Avatar({ name }: { name: string }) {
  // Drawn by the style sheet: not text beside the name, neither read out nor copied.
  return <span className={styles.avatar} data-initials={initials(name)} aria-hidden />
}
