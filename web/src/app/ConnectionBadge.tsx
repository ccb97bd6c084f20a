import { IconCloudOff, IconSend } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useTexts } from '@/lib/i18n'
import { useOutbox, useReachable } from '@/offline/useOutbox'
import styles from './ConnectionBadge.module.css'
import { appTexts } from './texts'

/** A word, not only an icon: without a network, and what still waits to be sent. */
export function ConnectionBadge() {
  const t = useTexts(appTexts)
  const reachable = useReachable()
  const jobs = useOutbox()
  const held = jobs.filter((job) => job.state === 'held').length
  return (
    <span className={styles.badges} role="status">
      {reachable ? null : (
        <span className={styles.badge}>
          <IconCloudOff size={16} aria-hidden />
          {t.offline}
        </span>
      )}
      {jobs.length > 0 ? (
        <Link to="/cho-gui" className={`${styles.badge} ${held ? styles.held : ''}`}>
          <IconSend size={16} aria-hidden />
          {held ? t.needsYou(held) : t.waiting(jobs.length)}
        </Link>
      ) : null}
    </span>
  )
}
