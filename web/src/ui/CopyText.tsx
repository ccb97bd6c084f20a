import { IconCopy } from '@tabler/icons-react'
import { useTexts } from '@/lib/i18n'
import { Button } from './Button'
import styles from './CopyText.module.css'
import { uiTexts } from './texts'
import { toast } from './toast'

/** A secret or a code shown once, in a face where 0/O and 1/l differ. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const t = useTexts(uiTexts)
  return (
    <div className={styles.box}>
      <code aria-label={label} className={styles.code}>
        {text}
      </code>
      <Button
        size="sm"
        variant="default"
        leftSection={<IconCopy size={16} aria-hidden />}
        onClick={() => {
          void navigator.clipboard?.writeText(text).then(() => toast.ok(t.copied))
        }}
      >
        {t.copy}
      </Button>
    </div>
  )
}
