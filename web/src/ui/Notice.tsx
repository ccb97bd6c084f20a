import type { ReactNode } from 'react'
import styles from './Notice.module.css'

interface NoticeProps {
  tone?: 'danger' | 'warn' | 'ok' | 'info'
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  live?: boolean
}

export function Notice({ tone = 'info', title, children, actions, live = false }: NoticeProps) {
  return (
    <div
      className={`${styles.notice} ${styles[tone]}`}
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
    >
      <div className="grow">
        {title ? <p className={styles.title}>{title}</p> : null}
        {children ? <div>{children}</div> : null}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  )
}
