import { IconPrinter } from '@tabler/icons-react'
import { useEffect, type ReactNode } from 'react'
import { Button, LinkButton } from './Button'
import styles from './PrintFrame.module.css'

interface PrintFrameProps {
  /** The name of the window and, with it, of the file that "print to PDF" proposes; not known while loading. */
  title: string | undefined
  back: { to: string; label: string }
  print: string
  /** Stands beside the buttons: a remark, fields that choose what is printed. */
  more?: ReactNode
  children: ReactNode
}

/** A page made for paper: above it the way back and the button that prints; neither is on the paper. */
export function PrintFrame({ title, back, print, more, children }: PrintFrameProps) {
  useEffect(() => {
    if (title) document.title = `${title} · Búp Trên Cành`
  }, [title])
  return (
    <>
      <div className={`no-print ${styles.bar}`}>
        <div className="row">
          <LinkButton to={back.to} variant="default">
            {back.label}
          </LinkButton>
          <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
            {print}
          </Button>
        </div>
        {more}
      </div>
      {children}
    </>
  )
}
