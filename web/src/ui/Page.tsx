import { createContext, useEffect, useRef, type ReactNode } from 'react'
import { Link } from 'react-router'
import styles from './Page.module.css'

/** Whether a heading already stands above. */
export const InPage = createContext(false)

interface PageProps {
  title: string
  /** What stands in the browser's tab when the heading is long. */
  tab?: string
  subtitle?: ReactNode
  actions?: ReactNode
  back?: { to: string; label: string }
  children: ReactNode
  narrow?: boolean
}

/** One h1 per screen; after a navigation the focus goes there, so that a screen reader tells where it is. */
export function Page({ title, tab, subtitle, actions, back, children, narrow = false }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${tab ?? title} · Búp Trên Cành`
  }, [tab, title])
  useEffect(() => {
    const active = document.activeElement
    const typing = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement
    if (!typing) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className={narrow ? `${styles.page} ${styles.narrow}` : styles.page}>
      {back ? (
        <Link to={back.to} className={`${styles.back} no-print`}>
          ‹ {back.label}
        </Link>
      ) : null}
      <header className={styles.head}>
        <div className={styles.titles}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {subtitle ? <div className={styles.subtitle}>{subtitle}</div> : null}
        </div>
        {actions ? <div className={`${styles.actions} no-print`}>{actions}</div> : null}
      </header>
      <InPage value>{children}</InPage>
    </div>
  )
}
