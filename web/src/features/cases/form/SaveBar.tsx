import { IconCheck, IconCloudOff, IconLoader, IconPencil } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatTime } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { useProblemText } from '@/ui/ErrorState'
import { formTexts } from './texts'
import styles from './form.module.css'
import type { View } from './keeper'

/** Whether what is typed is safe, in words, always in sight; beside it the button that completes the form. */
export function SaveBar({ view, children }: { view: View; children?: ReactNode }) {
  const t = useTexts(formTexts)
  const problemText = useProblemText()
  const word = () => {
    switch (view.state) {
      case 'saved':
        return view.savedAt ? t.saved(formatTime(view.savedAt)) : t.notYet
      case 'saving':
        return t.saving
      case 'conflict':
        return t.conflict
      default:
        if (view.problem) return view.errors.length > 0 ? t.refused : problemText(view.problem)
        return view.state === 'kept' ? t.kept : t.unsafe
    }
  }
  const tone = view.state === 'saved' ? (view.savedAt ? 'ok' : undefined) : view.state === 'saving' ? undefined : 'warn'
  const Icon =
    view.state === 'saved'
      ? view.savedAt
        ? IconCheck
        : IconPencil
      : view.state === 'saving'
        ? IconLoader
        : IconCloudOff
  return (
    <div className={`${styles.bar} no-print`} data-bar>
      <span className={styles.state} data-tone={tone} role="status">
        <Icon size={18} aria-hidden />
        {word()}
      </span>
      {children ? <div className="row">{children}</div> : null}
    </div>
  )
}
