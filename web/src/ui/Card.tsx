import { useId, type ReactNode } from 'react'
import styles from './Card.module.css'

interface CardProps {
  title?: ReactNode
  aside?: ReactNode
  children: ReactNode
  flush?: boolean
  className?: string
}

/** One elevation only: a border, no shadow. */
export function Card({ title, aside, children, flush = false, className }: CardProps) {
  const id = useId()
  const names = [styles.card, flush ? styles.flush : '', className ?? ''].join(' ')
  if (!title) return <div className={names}>{children}</div>
  return (
    <section className={names} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {aside ? <div className={styles.aside}>{aside}</div> : null}
      </div>
      {children}
    </section>
  )
}

/** Label and value pairs; one under the other on the phone. */
export function Facts({ items }: { items: ([string, ReactNode] | null | false)[] }) {
  return (
    <dl className={styles.facts}>
      {items.map((item) =>
        item ? (
          <div key={item[0]} className={styles.fact}>
            <dt>{item[0]}</dt>
            <dd>{item[1]}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}
