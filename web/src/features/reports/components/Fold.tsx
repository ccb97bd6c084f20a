import { useEffect, useRef, type ReactNode } from 'react'
import { usePhone } from '@/ui/DataTable'
import styles from './reports.module.css'

interface FoldProps {
  id?: string
  heading: ReactNode
  aside?: ReactNode
  children: ReactNode
  /** Opens it on the phone; from then on it is the reader's. */
  open?: boolean
}

/** A part of a long page: plain on the desk and on paper, folded on the phone. */
export function Fold({ id, heading, aside, children, open = false }: FoldProps) {
  const phone = usePhone()
  const fold = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (open && fold.current) fold.current.open = true
  }, [open])
  if (!phone) {
    return (
      <div id={id} tabIndex={id ? -1 : undefined} className={styles.part} data-quiet-focus>
        <div className="row-between">
          {heading}
          {aside}
        </div>
        {children}
      </div>
    )
  }
  return (
    <details ref={fold} id={id} tabIndex={id ? -1 : undefined} className={styles.fold}>
      <summary>
        {heading}
        {aside ? <span className={styles.foldAside}>{aside}</span> : null}
      </summary>
      <div className={styles.foldBody}>{children}</div>
    </details>
  )
}
