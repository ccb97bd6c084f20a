import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

/** One sentence why, one button what to do. */
export function EmptyState({ title, children, action }: { title?: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <svg className={styles.mark} viewBox="0 0 64 64" aria-hidden>
        <path d="M32 56V28" stroke="currentColor" strokeWidth="3" strokeLinecap="round" fill="none" />
        <path d="M32 34c-12 0-17-7-17-16 11-1 17 6 17 16Z" fill="currentColor" opacity=".35" />
        <path d="M32 27c0-10 6-16 16-16 1 11-5 16-16 16Z" fill="currentColor" opacity=".6" />
      </svg>
      {title ? <p className={styles.title}>{title}</p> : null}
      {children ? <div className={styles.body}>{children}</div> : null}
      {action ? <div className="row">{action}</div> : null}
    </div>
  )
}
