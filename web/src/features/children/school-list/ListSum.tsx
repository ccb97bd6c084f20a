import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { schoolListTexts } from './texts'
import type { ListOutcome } from './schoolList'
import styles from './list.module.css'

/** What will be done, always in view, with the one button that does it. */
export function ListSum({ outcome, busy, onGo }: { outcome: ListOutcome; busy: boolean; onGo: () => void }) {
  const t = useTexts(schoolListTexts)
  return (
    <div className={styles.sum}>
      <p role="status">
        <strong>{t.sum(outcome.there, outcome.added, outcome.left)}</strong>
      </p>
      <Button loading={busy} disabled={outcome.there + outcome.added === 0} onClick={onGo}>
        {t.go}
      </Button>
    </div>
  )
}
